import { NO_HOUSE_STYLE, type HouseStyle } from '../house-style';
import { nothing, type Cases } from './rule-case';

const houseStyle = (style: Partial<HouseStyle>): HouseStyle => ({ ...NO_HOUSE_STYLE, ...style });

/** What departs from how a house writes. */
export const STYLE: Readonly<Record<string, Cases>> = {
  variety: {
    'the desk’s': {
      text: 'The colour of the bridge was old.',
      houseStyle: houseStyle({ variety: 'en-US' }),
      found: ['colour → color (high)'],
    },
    'the text’s': {
      text: 'The colour of the bridge, the colour of the river, the colour of the centre and the color of the water.',
      found: ['color → colour (medium)'],
    },
    ...nothing(
      'The colour of the bridge and the color of the river.',
      'The Colour Board of the bridge met in the color.',
    ),
  },
  'style-percent': {
    sign: {
      text: 'It rose 5 % and 1,200.5 per cent.',
      houseStyle: houseStyle({ percent: 'percent' }),
      found: ['5 % → 5 percent (high)', '1,200.5 per cent → 1,200.5 percent (high)'],
    },
    ...nothing('It rose 5 % and 5 percent.'),
  },
  'style-quotation-marks': {
    curly: {
      text: `She said "we 'stay' here".`,
      houseStyle: houseStyle({ quotationMarks: 'curly' }),
      found: [`"we 'stay' here" → “we ‘stay’ here” (high)`],
    },
    straight: {
      text: 'She said “we stay” here.',
      houseStyle: houseStyle({ quotationMarks: 'straight' }),
      found: ['“we stay” → "we stay" (high)'],
    },
    ...nothing('She said “we stay” and "here".'),
  },
  'style-dates': {
    'day first': {
      text: 'It met on June 6, 2018 and Aug. 7.',
      houseStyle: houseStyle({ dates: 'day-month' }),
      found: ['June 6, 2018 → 6 June 2018 (high)', 'Aug. 7 → 7 Aug. (high)'],
    },
    'month first': {
      text: 'It met on 6 June 2018.',
      houseStyle: houseStyle({ dates: 'month-day' }),
      found: ['6 June 2018 → June 6, 2018 (high)'],
    },
    ...nothing('It met on June 6 and on 7 June.'),
  },
  'style-small-numbers': {
    words: {
      text: 'There were 3 ships, 12 people, 5 km and page 4 of it.',
      houseStyle: houseStyle({ smallNumbers: 'words' }),
      found: ['3 → three (medium)'],
    },
    figures: {
      text: 'There were three ships and twenty-two people.',
      houseStyle: houseStyle({ smallNumbers: 'figures' }),
      found: ['three → 3 (medium)'],
    },
    ...nothing('There were 3 ships and three people.'),
  },
};
