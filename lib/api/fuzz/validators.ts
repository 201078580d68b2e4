import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { ApiDocument, Operation, Schema } from './operations';

/** What is wrong with a value by a schema of the document, as one line; null when nothing is. */
export type Complaint = string | null;

/** Holds values against the schemas of a document. Each is compiled when it is first needed. */
export class Validators {
  readonly #ajv = new Ajv2020({ strict: false });
  readonly #byPlace = new Map<string, ValidateFunction>();

  constructor(document: ApiDocument) {
    addFormats(this.#ajv);
    // How Base64 is written is said by a pattern besides.
    this.#ajv.addFormat('base64', true);
    this.#ajv.addSchema(document, 'api');
  }

  /** A request's body. */
  body({ path, method }: Operation, value: unknown): Complaint {
    return this.#check(['paths', path, method.toLowerCase(), 'requestBody', ...JSON_CONTENT], value);
  }

  /** The JSON of an answer with this status. */
  answer({ path, method }: Operation, status: number, mediaType: string, value: unknown): Complaint {
    const place = ['responses', String(status), 'content', mediaType, 'schema'];
    return this.#check(['paths', path, method.toLowerCase(), ...place], value);
  }

  /** A text from a path, a query or a header: where a number is wanted, as the number it spells. */
  parameter(schema: Schema, text: unknown): Complaint {
    const isNumber = schema.type === 'integer' || schema.type === 'number';
    const value = isNumber && typeof text === 'string' && text.trim() !== '' ? Number(text) : text;
    return this.#explain(this.#compile(JSON.stringify(schema), schema), value);
  }

  #check(steps: readonly string[], value: unknown): Complaint {
    const pointer = steps.map((step) => step.replaceAll('~', '~0').replaceAll('/', '~1'));
    const $ref = `api#/${pointer.map(encodeURIComponent).join('/')}`;
    return this.#explain(this.#compile($ref, { $ref }), value);
  }

  #compile(key: string, schema: object): ValidateFunction {
    let validate = this.#byPlace.get(key);
    if (validate === undefined) {
      validate = this.#ajv.compile(schema);
      this.#byPlace.set(key, validate);
    }
    return validate;
  }

  #explain(validate: ValidateFunction, value: unknown): Complaint {
    return validate(value) ? null : this.#ajv.errorsText(validate.errors, { dataVar: 'it' });
  }
}

const JSON_CONTENT = ['content', 'application/json', 'schema'] as const;
