/** What rules are called on the desk. */
const NAMES: Readonly<Record<string, string>> = {
  misquotation: 'Misquotations',
  quote: 'Quotations',
  'known-name': 'Names against sources and known names',
  'near-name': 'Names nearly the same',
  'designator-variant': 'Designations written in two ways',
  capitalisation: 'Capital letters',
  weekday: 'Weekdays',
  'impossible-date': 'Dates that are none',
  'unit-conversion': 'Measures in two units',
  'count-list': 'Counts against lists',
  'percent-sum': 'Shares of a whole',
  'percent-change': 'Percentages against their figures',
  spelling: 'Spelling',
  variety: 'American or British',
  'repeated-word': 'Repeated words',
  'doubled-stop': 'Doubled stops',
  'stray-space': 'Stray spaces',
  'missing-space': 'Missing spaces',
  'designator-spacing': 'Spaces in designations',
  'quotation-marks': 'Quotation marks',
  'style-dates': 'House style: dates',
  'style-percent': 'House style: per cent',
  'style-quotation-marks': 'House style: quotation marks',
  'style-small-numbers': 'House style: small numbers',
};

/** A rule's name for people; one that has none yet goes by its id. */
export const sayRule = (ruleId: string): string => NAMES[ruleId] ?? ruleId.replaceAll('-', ' ');
