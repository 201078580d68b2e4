/** A success with a status or headers of its own. What needs neither is returned as it is. */
export class Answer<T> {
  constructor(
    readonly body: T,
    readonly status: 200 | 201,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}
}
