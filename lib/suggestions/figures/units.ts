/** What a unit measures and how much of it: metres, square metres, kilograms, litres, metres a second, kelvin, seconds. */
export interface Unit {
  readonly name: string;
  readonly dimension: string;
  /** In base units; several where a name stands for several units, as "ton" does. */
  readonly factors: readonly number[];
  /** Added after multiplying: only temperatures have one. */
  readonly offset: number;
}

type Row = readonly [dimension: string, factors: readonly number[], names: string, offset?: number];

/** Names in any case, by the yards and pounds of 1959 and, where they differ, both American and British measures. */
const NAMED: readonly Row[] = [
  ['length', [1000], 'kilometre|kilometer'],
  ['length', [1], 'metre|meter'],
  ['length', [0.01], 'centimetre|centimeter'],
  ['length', [0.001], 'millimetre|millimeter'],
  ['length', [1609.344], 'mile'],
  ['length', [1852], 'nautical mile'],
  ['length', [0.9144], 'yard'],
  ['length', [0.3048], 'foot|feet'],
  ['length', [0.0254], 'inch'],
  ['area', [1e4], 'hectare'],
  ['area', [4046.856], 'acre'],
  ['area', [1e6], 'square kilometre|square kilometer|sq km'],
  ['area', [1], 'square metre|square meter|sq m'],
  ['area', [2_589_988], 'square mile|sq mile'],
  ['area', [0.092903], 'square foot|square feet|sq ft'],
  ['mass', [1000, 907.185, 1016.05], 'ton'],
  ['mass', [1000], 'tonne|metric ton'],
  ['mass', [1], 'kilogram|kilogramme|kilo'],
  ['mass', [0.001], 'gram|gramme'],
  ['mass', [0.453592], 'pound'],
  ['mass', [0.0283495], 'ounce'],
  ['mass', [6.35029], 'stone'],
  ['volume', [1], 'litre|liter'],
  ['volume', [0.001], 'millilitre|milliliter'],
  ['volume', [3.78541, 4.54609], 'gallon'],
  ['volume', [0.473176, 0.568261], 'pint'],
  ['volume', [158.987], 'barrel'],
  ['volume', [1000], 'cubic metre|cubic meter'],
  ['volume', [1e12], 'cubic kilometre|cubic kilometer'],
  ['volume', [28.3168], 'cubic foot|cubic feet'],
  ['speed', [1 / 3.6], 'kilometre an hour|kilometer an hour|kilometre per hour|kilometer per hour'],
  ['speed', [0.44704], 'mile an hour|mile per hour'],
  ['speed', [0.514444], 'knot'],
  ['power', [1e6], 'megawatt'],
  ['power', [1e9], 'gigawatt'],
  ['power', [1e3], 'kilowatt'],
  ['temperature', [1], 'degrees celsius|degree celsius|celsius|degrees centigrade|degrees c', 273.15],
  ['temperature', [5 / 9], 'degrees fahrenheit|degree fahrenheit|fahrenheit|degrees f', 255.372],
  ['time', [1], 'second|sec'],
  ['time', [60], 'minute|min'],
  ['time', [3600], 'hour|hr'],
  ['time', [86_400], 'day'],
  ['time', [604_800], 'week'],
  ['months', [1], 'month'],
  ['months', [12], 'year'],
  ['percent', [1], 'percent|per cent'],
];

/** Signs, whose case says what they are. */
const SIGNS: readonly Row[] = [
  ['length', [1000], 'km'],
  ['length', [1], 'm'],
  ['length', [0.01], 'cm'],
  ['length', [0.001], 'mm'],
  ['length', [1609.344], 'mi'],
  ['length', [0.9144], 'yd'],
  ['length', [0.3048], 'ft'],
  ['length', [0.0254], 'in'],
  ['area', [1e4], 'ha'],
  ['area', [1e6], 'km2|km²'],
  ['area', [1], 'm2|m²'],
  ['mass', [1000], 't'],
  ['mass', [1], 'kg'],
  ['mass', [0.001], 'g'],
  ['mass', [0.453592], 'lb|lbs'],
  ['mass', [0.0283495], 'oz'],
  ['mass', [6.35029], 'st'],
  ['volume', [1], 'l|L'],
  ['volume', [0.001], 'ml'],
  ['speed', [1 / 3.6], 'km/h|kph|kmh'],
  ['speed', [0.44704], 'mph'],
  ['power', [1e6], 'MW'],
  ['power', [1e9], 'GW'],
  ['power', [1e3], 'kW'],
  ['temperature', [1], '°C|C|° C', 273.15],
  ['temperature', [5 / 9], '°F|F|° F', 255.372],
  ['percent', [1], '%'],
];

const unitOf = ([dimension, factors, names, offset = 0]: Row): Unit => ({
  ...{ name: names.split('|')[0]!, dimension, factors, offset },
});

const BY_NAME = new Map(
  NAMED.flatMap((row) =>
    row[2].split('|').flatMap((name) => formsOf(name).map((form) => [form, unitOf(row)])),
  ),
);
const BY_SIGN = new Map(SIGNS.flatMap((row) => row[2].split('|').map((sign) => [sign, unitOf(row)])));

/** The plural stands in the noun that is counted: "miles an hour". */
function formsOf(name: string): readonly string[] {
  const plural = name
    .replace(/^((?:nautical |square |cubic |metric |sq )?\p{L}+)/u, '$1s')
    .replace('inchs', 'inches');
  return [name, plural];
}

const alternatives = (keys: Iterable<string>): string =>
  [...keys].sort((a, b) => b.length - a.length).join('|');

const NAME = new RegExp(
  String.raw`[ \u00a0\u202f-]?(${alternatives(BY_NAME.keys())})(?![\p{L}\p{N}\p{M}])`,
  'iuy',
);
const SIGN = new RegExp(
  String.raw`[ \u00a0\u202f-]?(${alternatives(BY_SIGN.keys())})(?![\p{L}\p{N}\p{M}’'])`,
  'uy',
);

const NO_INCHES = /^ (?!(?:long|wide|high|tall|deep|thick|across|by|and|or|of)\b)\p{L}/u;

/** The unit that stands at a place, right behind a number, and where it ends; null where none does. */
export function unitAt(value: string, unit: number): { readonly unit: Unit; readonly to: number } | null {
  NAME.lastIndex = unit;
  SIGN.lastIndex = unit;
  const name = NAME.exec(value);
  if (name) return { unit: BY_NAME.get(name[1]!.toLowerCase())!, to: unit + name[0].length };
  const sign = SIGN.exec(value);
  // "Eight in the harbour" are no inches.
  if (sign?.[1] === 'in' && NO_INCHES.test(value.slice(unit + sign[0].length, unit + sign[0].length + 12)))
    return null;
  return sign && { unit: BY_SIGN.get(sign[1]!)!, to: unit + sign[0].length };
}
