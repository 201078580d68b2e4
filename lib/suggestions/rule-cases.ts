import { EARNING } from './earning-cases';
import { FACTS, FIGURES } from './figure-cases';
import { NO_HOUSE_STYLE, type HouseStyle } from './house-style';
import { NEAR_NAME_CASES } from './near-name-cases';
import { nothing, type Cases } from './rule-case';
import { TITLES } from './title-cases';

const MARKS: Readonly<Record<string, Cases>> = {
  'doubled-stop': {
    'a space between': {
      text: '😀 The report is complete. . It was late.',
      found: ['complete. . → complete. (high)'],
    },
    'no space between': { text: 'The report is complete..', found: ['complete.. → complete. (high)'] },
    'stops after a question': { text: 'Really?.. She left.', found: ['Really?.. → Really? (medium)'] },
    commas: { text: 'The board,, it said, met.', found: ['board,, → board, (high)'] },
    'a comma before a stop': { text: 'The board met,. It left.', found: ['met,. → met. (high)'] },
    'right to left': { text: 'שלום. . עולם', found: ['שלום. . → שלום. (high)'] },
    ...nothing(
      'It was late ... and again . . . it was.',
      'See ../report for 3.5 and “so…”.',
      'He met J. R. Lind etc., Inc.',
    ),
  },
  'stray-space': {
    'before a stop': { text: 'The board met .', found: ['met . → met. (high)'] },
    'before a comma': { text: 'The board , it said', found: ['board , → board, (high)'] },
    'behind a bracket': { text: 'The board ( the old one) met', found: ['( the → (the (high)'] },
    doubled: { text: 'The board  met', found: ['board  met → board met (high)'] },
    ...nothing(
      'Il a dit : « non » ; elle aussi ! Et vous ? Oui !',
      'It was late … and .NET was .5 of it ...',
      'name   age   town   river\nAda   5   Oldra   none',
      'One sentence.  Another one.',
    ),
  },
  'missing-space': {
    comma: { text: 'The board,which met', found: ['board,which → board, which (high)'] },
    stop: { text: 'It was late.Nobody came', found: ['late.Nobody → late. Nobody (high)'] },
    ...nothing('See harbour.example.Nobody or www.Harbour.Org and a/b,cd', 'It cost 1,200 in the U.S. then.'),
  },
  'designator-spacing': {
    'before the hyphen': { text: 'the ship MS -09 arrived', found: ['MS -09 → MS-09 (medium)'] },
    'behind the slash': { text: 'the ship AB/ 320 arrived', found: ['AB/ 320 → AB/320 (medium)'] },
    ...nothing(
      'in Oslo -5 degrees',
      'pre- and post-war, Monday -3',
      'the MS-09 ship',
      'The harbour – 3 ships – closed',
    ),
  },
  'designator-variant': {
    'a lopsided space': { text: 'the MS -09 and the MS-09', found: ['MS -09 → MS-09 (high)'] },
    'the rarer': {
      text: 'the MS-09, the MS 09 and the MS-09, and the MS09',
      found: ['MS 09 → MS-09 (high)', 'MS09 → MS-09 (high)'],
    },
    ...nothing(
      'In March 14 people came, the March-14 one',
      'the MS-09 and the MS-08',
      'A 320 page report, A-320',
    ),
  },
  'quotation-marks': {
    'never closed': { text: '“We stay here.\nShe left.', found: ['here. → here.” (high)'] },
    'never closed before its speaker': {
      text: '“We stay here, the old Ada Lind said. It was late.',
      found: ['here, → here,” (high)'],
    },
    'never opened': { text: 'We stay,” she said.', found: ['stay,” (medium)'] },
    'turned at the end': { text: 'She said “we stay“ then.', found: ['stay“ → stay” (high)'] },
    'straight and curly': { text: 'She said “we stay" then.', found: ['stay" → stay” (high)'] },
    'straight among curly': {
      text: '“We stay,” she said. “Here.” He said "no".',
      found: ['"no" → “no” (medium)'],
    },
    ...nothing(
      '“We stay,” she said.',
      '"We stay," she said.',
      'Er sagte: „Nein.“',
      '“One.\n“Two.”',
      'A 6" pipe',
    ),
  },
  'repeated-word': {
    'a small word': { text: 'The board met at the the bridge.', found: ['the the → the (high)'] },
    'three times': { text: 'The board met at the the the bridge.', found: ['the the the → the (high)'] },
    'at the start': { text: 'The the board met.', found: ['The the → The (high)'] },
    ...nothing(
      'She said that that was had had.',
      'Duran Duran met. No, no. So\nso',
      'She was at the river. River water.',
    ),
  },
};

const QUOTES: Readonly<Record<string, Cases>> = {
  quote: {
    spoken: { text: 'She said: “We stay.”', found: ['“We stay.” (high)'] },
    long: {
      text: 'It is “the old bridge of the board” again.',
      found: ['“the old bridge of the board” (high)'],
    },
    short: { text: 'It is an “old bridge here” again.', found: ['“old bridge here” (medium)'] },
    'one word': { text: 'It is “old” again.', found: ['“old” (low)'] },
    'over paragraphs': { text: 'She said: “We stay.\n“Here.”', found: ['“We stay.\n“Here.” (high)'] },
    ...nothing('The boys’ boat isn’t a 6" pipe.'),
  },
  misquotation: {
    altered: {
      text: 'She said: “We will close the old bridge before winter.”',
      sources: ['We will not close the old bridge before winter.'],
      found: ['will → will not (high)'],
    },
    'put in': {
      text: 'She said: “We will really close the old bridge.”',
      sources: ['We will close the old bridge.'],
      found: ['will really → will (high)'],
    },
    verbatim: {
      text: 'She said: “We will close the old bridge.”',
      sources: ['We will close the old bridge.'],
      found: [],
    },
  },
};

const NAMES: Readonly<Record<string, Cases>> = {
  'near-name': NEAR_NAME_CASES,
  'known-name': {
    'a source’s': {
      text: 'We met Piotr Harmssen here.',
      sources: ['Here stood Piotr Harmsen of the board.'],
      found: ['Harmssen → Harmsen (high)'],
    },
    'the project’s': {
      text: 'We met Harmssen here.',
      knownNames: ['Piotr Harmsen'],
      found: ['Harmssen → Harmsen (high)'],
    },
    'a listed word beside the same surname': {
      text: 'We met Anne Harmsen here.',
      sources: ['Then Anna Harmsen spoke.'],
      found: ['Anne → Anna (medium)'],
    },
    'in the source both': {
      text: 'We met Harmssen here.',
      sources: ['Then Harmsen and Harmssen spoke.'],
      found: [],
    },
    'somebody else': { text: 'We met Paul Larson.', sources: ['Then Peter Larsen spoke.'], found: [] },
  },
  capitalisation: {
    'small letters': {
      text: 'the Oldra River Board met. The Oldra River Board and the Oldra river board.',
      found: ['Oldra river board → Oldra River Board (high)'],
    },
    ...nothing(
      'The Oldra River Board met the prime minister. A Prime Minister came.\nOld River Board Meets Here',
    ),
  },
};

const WORDS: Readonly<Record<string, Cases>> = {
  spelling: {
    'two letters swapped': {
      text: 'The old brigde was closed by the board.',
      found: ['brigde → bridge (high)'],
    },
    'like nothing': { text: 'The old qwrtzplk was closed by the board.', found: ['qwrtzplk (low)'] },
    ...nothing(
      'The colour and the color of the bridge.',
      'Le pont est fermé depuis longtemps par décision du conseil.',
      'The board met Oldra Xyzt at harbour.exmple and @bordd.',
    ),
  },
};

const houseStyle = (style: Partial<HouseStyle>): HouseStyle => ({ ...NO_HOUSE_STYLE, ...style });

const STYLE: Readonly<Record<string, Cases>> = {
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

export const RULE_CASES: Readonly<Record<string, Cases>> = {
  ...MARKS,
  ...QUOTES,
  ...NAMES,
  ...FACTS,
  ...FIGURES,
  ...TITLES,
  ...EARNING,
  ...WORDS,
  ...STYLE,
};
