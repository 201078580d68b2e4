import { EARNING } from './earning-cases';
import { FACTS, FIGURES } from './figure-cases';
import { MARKS, QUOTES } from './mark-cases';
import { NEAR_NAME_CASES } from './near-name-cases';
import { nothing, type Cases } from './rule-case';
import { STYLE } from './style-cases';
import { TITLES } from './title-cases';
import { WRONG_WORDS } from './wrong-word-cases';

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
    'the project’s': {
      text: '😀 They met the Oldra river Board of Österby here.',
      knownNames: ['Oldra River Board of Österby'],
      found: ['Oldra river Board of Österby → Oldra River Board of Österby (high)'],
    },
    'inside a word': {
      text: 'Then Larkfield met. It was late for LarkField and Larkfield.',
      found: ['LarkField → Larkfield (high)'],
    },
    'ordinary words of names': {
      text: 'They said what old bridge ships were. It was the station of the old board, and they met the Station.',
      knownNames: ['Old Bridge', 'The Station', 'Old Board'],
      found: [],
    },
    'letters of another length': {
      text: 'They met the İzmir Harbour board. They met the i̇zmir harbour board, and the İzmir Harbour.',
      found: ['i̇zmir harbour → İzmir Harbour (high)'],
    },
    'of two people': {
      text: 'Then Ada MacKenzie met Paul Mackenzie of van Harmsen, and Van Harmsen.',
      found: [],
    },
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
  'wrong-word': WRONG_WORDS,
  spelling: {
    'two letters swapped': {
      text: 'The old brigde was closed by the board.',
      found: ['brigde → bridge (high)'],
    },
    'a month': { text: 'It was closed in Feburary by the board.', found: ['Feburary → February (high)'] },
    'a month that opens a sentence': {
      text: 'Feburary was here and it was closed. It was closed on Wendesday, 6 June. Feburary 6 was here.',
      found: ['Feburary → February (low)', 'Wendesday → Wednesday (high)', 'Feburary → February (high)'],
    },
    'a contraction': {
      text: '😀 They arn’t here.',
      found: ['arn’t → aren’t (high)'],
    },
    'a possessive': {
      text: 'The old brigde’s board was closed by the board.',
      found: ['brigde’s → bridge’s (high)'],
    },
    'an accent': { text: 'The réport was there at the bridge.', found: [] },
    'how somebody spells': { text: 'It was “unfitt for the wintre of the oldd” here.', found: [] },
    'quoted in another language': { text: 'They said « que le brigde » here, “that is” to them.', found: [] },
    'like nothing': { text: 'The old qwrtzplk was closed by the board.', found: ['qwrtzplk (low)'] },
    ...nothing(
      'They met Sundar Pichai of the board, and in the harbour Auguste Rodin, in Augusto Pinochet and Frida Kahlo.',
      'They met Mr Munday of the board. It was late on Munday, and in Oktober of the board, in Septembre and in Novembre.',
      'The colour and the color of the bridge.',
      'Le pont est fermé depuis longtemps par décision du conseil.',
      'The board met Oldra Xyzt at harbour.exmple and @bordd.',
    ),
  },
};

/** What each rule finds in which text, by the rule’s id. */
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
