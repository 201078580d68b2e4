import { METHODS, type Method } from '@/lib/contract/endpoint';

/** As much of JSON Schema (2020-12) as our document uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly contentEncoding?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

export interface Parameter {
  readonly in: 'path' | 'query' | 'header';
  readonly name: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}

interface DescribedOperation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}

/** An OpenAPI document as far as the cases are made from it. */
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** One form of an answer. */
export interface Answer {
  /** As the document has it, parameters included. */
  readonly key: string;
  /** Without parameters, in lower case. */
  readonly mediaType: string;
  /** A document to download: its bytes have no schema here. */
  readonly isFile: boolean;
}

/** One operation of the document. */
export interface Operation {
  readonly id: string;
  readonly method: Method;
  /** As the document writes it: `/annotations/{id}`. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** Undefined where nothing is sent. */
  readonly body: Schema | undefined;
  /** What each status it may answer with can bring. */
  readonly responses: ReadonlyMap<number, readonly Answer[]>;
}

/** A content type without its parameters. */
export const mediaTypeOf = (contentType: string): string => contentType.split(';')[0]!.trim().toLowerCase();

/** Every operation of a document, in its order. */
export function listOperations(document: ApiDocument): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method): Operation[] => {
      const described = item[method.toLowerCase()] as DescribedOperation | undefined;
      if (described === undefined) return [];
      const { operationId: id, parameters = [], requestBody, responses } = described;
      return [
        {
          id,
          method,
          path,
          parameters,
          body: requestBody?.content?.['application/json']?.schema,
          responses: new Map(
            Object.entries(responses).map(([status, { content = {} }]) => [
              Number(status),
              Object.entries(content).map(([key, { schema }]) => ({
                key,
                mediaType: mediaTypeOf(key),
                isFile: schema.format === 'binary',
              })),
            ]),
          ),
        },
      ];
    }),
  );
}

/** What each parameter of a path names, by the word before it: `annotations` and `id` for `/annotations/{id}`. */
export const kindsInPath = (path: string): { readonly kind: string; readonly name: string }[] =>
  [...path.matchAll(/\/([a-z-]+)\/\{(\w+)\}/g)].map(([, kind = '', name = '']) => ({ kind, name }));

/** What a reference stands for; any other schema is itself. */
export function resolve(document: ApiDocument, schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const named = document.components.schemas[schema.$ref.slice('#/components/schemas/'.length)];
  if (named === undefined) throw new Error(`The document lacks ${schema.$ref}`);
  return resolve(document, named);
}
