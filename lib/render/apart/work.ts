import type { ReportInput } from '@/lib/report/report-input';
import type { Failure } from '@/lib/contract/failure';
import type { FileKey } from '../render-files';

/** What the process beside the server is asked for, once. */
export interface Work {
  readonly input: ReportInput;
  /** Where the files go, each under its format's name: bytes through the channel would hold the server up. */
  readonly folder: string;
  readonly wanted: readonly FileKey[];
  /** What broke an earlier process. */
  readonly broken: readonly FileKey[];
}

/** What it says meanwhile. */
export type WorkNews =
  | { readonly kind: 'started'; readonly format: FileKey }
  | {
      readonly kind: 'made';
      readonly format: FileKey;
      /** Null where the bytes are in the folder. */
      readonly failure: Failure | null;
      readonly losses: readonly string[];
    }
  | { readonly kind: 'broke'; readonly format: FileKey; readonly fault: string };
