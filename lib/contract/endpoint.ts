import type { z } from 'zod';
import type { FailureCode } from './failure';

export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type Method = (typeof METHODS)[number];

/** An answer that is no JSON: a document to download. */
export interface Download {
  readonly description: string;
  readonly mediaTypes: readonly string[];
}

/** What a success may look like, by status. */
export type Answers = Readonly<Partial<Record<200 | 201 | 204, z.ZodType | Download>>>;

/**
 * One operation of the API as data: the route handler parses by it, the OpenAPI document is built from it, and the tests
 * call by it.
 */
export interface Endpoint<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType = z.ZodType,
  Given extends Answers = Answers,
> {
  readonly method: Method;
  /** Below /api/v1, with the names of `params` in braces: `/annotations/{id}`. */
  readonly path: string;
  /** One line, in the imperative. */
  readonly summary: string;
  /** Under which heading the document lists it. */
  readonly tag:
    'me' | 'projects' | 'articles' | 'annotations' | 'sources' | 'checking' | 'reports' | 'people';
  readonly params: Params;
  readonly query: Query;
  /** Undefined where nothing is sent. */
  readonly body: Body | undefined;
  /** Largest body in bytes. */
  readonly bodyLimit: number;
  readonly answers: Given;
  /** What 200 is instead for whoever names one of these in Accept, or asks for such a format. */
  readonly otherwise?: Download;
  /** Whether the revision seen has to come along as `If-Match: "revision"`. */
  readonly revision: boolean;
  /** What it may refuse beyond what every endpoint may. */
  readonly failures: readonly FailureCode[];
}
