import { nothing, type Cases } from './rule-case';

/** Stops, spaces and quotation marks. */
export const MARKS: Readonly<Record<string, Cases>> = {
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
      'Sie sagte: „Das war knapp.“ It was late.',
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
    'on both sides, in a series': {
      text: 'the ship HJ-1 and the ship HJ - 2 arrived, and SS - 3 in winter',
      found: ['HJ - 2 → HJ-2 (medium)', 'SS - 3 → SS-3 (medium)'],
    },
    ...nothing(
      'it ended GER - 2, FRA - 1 there',
      'they met the PM - 10 Downing Street was closed',
      'they met the MP - 3 was late - here',
      'the EU - 27 members of it - met',
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
    'a word and a number': {
      text: 'It was a Bridge 179 ship. All of the Bridge-179 ships were there.',
      found: ['Bridge-179 → Bridge 179 (medium)'],
    },
    'as a source has it': {
      text: 'the MS-09 and the MS-09 and the MS 09',
      sources: ['It is the MS 09 of the board.'],
      found: ['MS-09 → MS 09 (medium)', 'MS-09 → MS 09 (medium)'],
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
    'closed by a single mark': {
      text: '“We stay here,’ she said. It was late.',
      found: ['here,’ → here,” (high)'],
    },
    'a fragment never closed': {
      text: 'The board told them “to stay here. It was late and nobody met.',
      found: ['here. → here.” (high)'],
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

/** Quotations, and how they are marked. */
export const QUOTES: Readonly<Record<string, Cases>> = {
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
