import { capitalisation } from './rules/capitalisation';
import { countList } from './rules/count-list';
import { dateConflict } from './rules/date-conflict';
import { dateSource } from './rules/date-source';
import { designatorSpacing } from './rules/designator-spacing';
import { designatorVariant } from './rules/designator-variant';
import { doubledStop } from './rules/doubled-stop';
import { fragment } from './rules/fragment';
import { impossibleDate } from './rules/impossible-date';
import { initialism } from './rules/initialism';
import { knownName } from './rules/known-name';
import { misquotation } from './rules/misquotation';
import { missingSpace } from './rules/missing-space';
import { nearName } from './rules/near-name';
import { numberConflict } from './rules/number-conflict';
import { numberSource } from './rules/number-source';
import { percentChange } from './rules/percent-change';
import { percentSum } from './rules/percent-sum';
import { quotationMarks } from './rules/quotation-marks';
import { quote } from './rules/quote';
import { quoteSpeaker } from './rules/quote-speaker';
import { repeatedWord } from './rules/repeated-word';
import { spelling } from './rules/spelling';
import { straySpace } from './rules/stray-space';
import { styleDates } from './rules/style-dates';
import { stylePercent } from './rules/style-percent';
import { styleQuotationMarks } from './rules/style-quotation-marks';
import { styleSmallNumbers } from './rules/style-small-numbers';
import { sumConflict } from './rules/sum-conflict';
import { titleConflict } from './rules/title-conflict';
import { titleSource } from './rules/title-source';
import { unitConversion } from './rules/unit-conversion';
import { variety } from './rules/variety';
import { weekday } from './rules/weekday';
import { wrongWord } from './rules/wrong-word';
import { yearSpan } from './rules/year-span';
import type { Rule } from './suggestion';

/** All rules, in the order in which their suggestions about one place are listed. */
export const RULES: readonly Rule[] = [
  ...[misquotation, quote, quoteSpeaker],
  ...[knownName, nearName, designatorVariant, capitalisation],
  ...[titleSource, titleConflict],
  ...[weekday, impossibleDate, dateSource, dateConflict, yearSpan],
  ...[numberSource, numberConflict, sumConflict, unitConversion, countList, percentSum, percentChange],
  ...[spelling, wrongWord, variety, repeatedWord, fragment, initialism],
  ...[doubledStop, straySpace, missingSpace, designatorSpacing, quotationMarks],
  ...[styleDates, stylePercent, styleQuotationMarks, styleSmallNumbers],
];
