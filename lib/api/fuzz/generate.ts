import { resolve, type ApiDocument, type Schema } from './operations';
import type { Random } from './random';

/** A value for a field that a schema says too little about, such as an id that exists; undefined leaves it to the schema. */
export type Hint = (field: string, schema: Schema) => unknown;

/** Settles what the fields of one object have to do with each other. */
export type Tidy = (object: Record<string, unknown>, schema: Schema) => void;

/** Makes values that a schema of the document allows. */
export class Generator {
  constructor(
    private readonly document: ApiDocument,
    private readonly random: Random,
    private readonly hint: Hint,
    private readonly tidy: Tidy,
  ) {}

  value(given: Schema, field = ''): unknown {
    const { random } = this;
    const schema = resolve(this.document, given);
    if (schema.const !== undefined) return schema.const;
    if (schema.enum !== undefined) return random.pick(schema.enum);
    const choices = schema.anyOf ?? schema.oneOf;
    const hinted = this.hint(field, schema);
    if (hinted !== undefined) return hinted;
    if (choices !== undefined) return this.value(random.pick(choices), field);
    switch (schema.type) {
      case 'object':
        return this.#object(schema);
      case 'array':
        return this.#array(schema, field);
      case 'string':
        return this.#string(schema);
      case 'integer':
      case 'number':
        return this.#number(schema);
      case 'boolean':
        return random.chance(0.5);
      case 'null':
        return null;
      default:
        return random.pick<unknown>([null, 0, 'text', [], {}]);
    }
  }

  #object(schema: Schema): Record<string, unknown> {
    const { random } = this;
    const { properties = {}, required = [], additionalProperties, propertyNames } = schema;
    const object: Record<string, unknown> = {};
    for (const [name, property] of Object.entries(properties)) {
      if (required.includes(name) || random.chance(0.4)) object[name] = this.value(property, name);
    }
    if (typeof additionalProperties === 'object') {
      for (let left = random.between(0, 2); left > 0; left -= 1) {
        const name =
          propertyNames?.pattern === undefined ? undefined : this.hint('propertyName', propertyNames);
        object[typeof name === 'string' ? name : this.#string(propertyNames ?? {})] =
          this.value(additionalProperties);
      }
    }
    this.tidy(object, schema);
    return object;
  }

  #array({ items = {}, minItems = 0, maxItems = 4 }: Schema, field: string): unknown[] {
    const length = this.random.between(Math.max(minItems, 1), Math.max(minItems, Math.min(maxItems, 4)));
    return Array.from({ length }, () => this.value(items, field));
  }

  #number({ minimum = 0, maximum = 1000 }: Schema): number {
    return this.random.between(minimum, Math.min(maximum, minimum + 1000));
  }

  #string({ format, contentEncoding, minLength = 0, maxLength = 40 }: Schema): string {
    const { random } = this;
    if (format === 'uuid') return random.uuid();
    if (format === 'date-time') return new Date(random.between(0, 4e12)).toISOString();
    if (contentEncoding === 'base64') return Buffer.from(this.#text(1, 40)).toString('base64');
    return this.#text(minLength, Math.min(maxLength, minLength + 30));
  }

  #text(low: number, high: number): string {
    const length = this.random.between(Math.max(low, 1), high);
    return Array.from({ length }, () => this.random.pick(CHARACTERS)).join('');
  }
}

/** Of several scripts; some take two code units. */
const CHARACTERS = [...'abcdefghij XYZ 0123456789-é東м\u05d0ह각😀'];
