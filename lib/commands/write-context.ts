/** What every command is handed beside its input. */
export interface WriteContext {
  /** The operation's own id where the request carried one: a repetition gets the first answer. */
  readonly operationId: string | null;
  readonly now: Date;
}
