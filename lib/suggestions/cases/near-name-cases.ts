import { nothing, type Cases } from './rule-case';

/** Names of one text that are nearly the same, by what tells a slip from another name. */
export const NEAR_NAME_CASES: Cases = {
  'after a full name, alone': {
    text: 'We met Piotr Harmsen. Then Harmssen left.',
    found: ['Harmssen → Harmsen (medium)'],
  },
  'after a full name, with a title': {
    text: 'We met Dr Piotr Harmsen. Then Dr Harmssen left.',
    found: ['Harmssen → Harmsen (medium)'],
  },
  'beside the same first name': {
    text: 'We met Piotr Harmsen. Then Piotr Harmssen left.',
    found: ['Harmssen → Harmsen (high)'],
  },
  'beside a first name that is a word': {
    text: 'We met Winter Harmsen. Then Winter Harmssen left.',
    found: ['Harmssen → Harmsen (medium)'],
  },
  'beside the same surname': {
    text: 'We met Piotr Harmsen. Then Pjotr Harmsen left.',
    found: ['Pjotr → Piotr (medium)'],
  },
  'of many, one': {
    text: 'To Lowestry and back. From Lowestry again. By Lowestry they left. Then in Lowesttry they met.',
    found: ['Lowesttry → Lowestry (medium)'],
  },
  'neither is introduced': {
    text: 'They met Harmsen here. Then Harmssen left.',
    found: ['Harmssen → Harmsen (low)'],
  },
  'in one sentence': {
    text: 'They met Piotr Harmsen and Piotr Harmssen.',
    found: ['Harmssen → Harmsen (low)'],
  },
  'a family is spoken of': {
    text: 'We met Piotr Harmsen. His cousin Piotr Harmssen left.',
    found: ['Harmssen → Harmsen (low)'],
  },
  'the spelling is spoken of': {
    text: 'We met Piotr Harmsen. It was spelled by Piotr Harmssen.',
    found: ['Harmssen → Harmsen (low)'],
  },
  possessive: {
    text: 'We met Piotr Harmsen. Then Harmssen’s crew left.',
    found: ['Harmssen → Harmsen (medium)'],
  },
  diacritics: { text: 'We met Jan Müller. Then Muller left.', found: ['Muller → Müller (high)'] },
  'diacritics in one sentence': {
    text: 'We met Jan Müller. Then Müller met Muller.',
    found: ['Muller → Müller (medium)'],
  },
  'diacritics written out': {
    text: 'We met Jan Müller. Then Mueller left.',
    found: ['Mueller → Müller (high)'],
  },
  'letters that have no accents to lose': {
    text: 'We met Guðrún here. Then Gudrun left, and Søren. Soren left too.',
    found: ['Gudrun → Guðrún (high)', 'Soren → Søren (high)'],
  },
  'diacritics in both words': {
    text: 'They met Jógvan Pálsson. Then Jogvan Palsson left.',
    found: ['Jogvan → Jógvan (high)', 'Palsson → Pálsson (high)'],
  },
  'at the start of sentences alone': {
    text: 'Jógvan left. Jogvan left too.',
    found: ['Jogvan → Jógvan (high)'],
  },
  'of an accent as a mark of its own': {
    text: 'We met Jan Mu\u0308ller. Then Muller left 👩‍🚀.',
    found: ['Muller → Mu\u0308ller (high)'],
  },
  'part of a hyphenated one': {
    text: 'The Skylark-FG left. A Skylark-3 and the Skylark met. Then the Skyllark-FG left.',
    found: ['Skyllark-FG → Skylark-FG (high)'],
  },
  'two letters of a part that sound alike': {
    text: 'We met Ada Okonkwo-Hale. Then Okonkwo-Hail left.',
    found: ['Okonkwo-Hail → Okonkwo-Hale (high)'],
  },
  'a part that has become a word': {
    text: 'We met Ada Strudwick-Waeter. Then Ada Strudwick-Water left.',
    found: ['Strudwick-Water → Strudwick-Waeter (high)'],
  },
  'a hyphenated one beside other first names': {
    text: 'We met Piotr Strand-Okoye. Then Ada Strand-Okoya left.',
    found: ['Strand-Okoya → Strand-Okoye (low)'],
  },
  'a hyphen lost': {
    text: 'We met Avram Lev-Tov. Then Levtov left.',
    found: ['Levtov → Lev-Tov (high)'],
  },
  'a hyphen that became a space': {
    text: 'We met Avram Lev-Tov. Then they told Lev Tov’s crew.',
    found: ['Lev Tov → Lev-Tov (medium)'],
  },
  'repeated, and a slip': {
    text: 'We met Piotr Harmsen 👩‍👩‍👧. Harmsen left. Then Harmsen met Harmsen. Harmssen left.',
    found: ['Harmssen → Harmsen (medium)'],
  },
  'right to left around': {
    text: 'שלום Piotr Harmsen. שלום Harmssen.',
    found: ['Harmssen → Harmsen (medium)'],
  },
  'right to left between': {
    text: 'We met Ada Müller (مولر). Then مولر and Muller left.',
    found: ['Muller → Müller (high)'],
  },
  'what a source writes': {
    text: 'We met Piotr Harmsen. Then Harmssen left.',
    sources: ['Here stood Piotr Harmssen of the board.'],
    found: [],
  },
  'two that the desk knows': {
    text: 'We met Piotr Harmsen. Then Piotr Harmssen left.',
    knownNames: ['Piotr Harmsen', 'Piotr Harmssen'],
    found: [],
  },
  ...nothing(
    'They met Lars Sundby on Sunday. It was on Sunday that it closed, and on Sunday Lars Sundby left.',
    'They met Ivan Petrov and Olga Petrova in Korea, where a Korean Petrov lived.',
    'They met Anna Lind and Anne Oke.',
    'They met Peter Larsen. Then Paul Larson left.',
    'They met Jan Müller. Then Ada Muller left.',
    'They met Mr Harmsen. Then Mrs Harmssen left.',
    'They met Martin Oke. Then Ada Martyn left.',
    'The MS-09 and the MS-08. The KBC-1 left. The KBC-2 left.',
    'They met March and Marsh, Marsh and Marsh.',
    'They met Harmsen. Then Harmsen left. They met Harmssen. Then Harmssen left.',
    'They met Lindner in Oldra. Then Kindner left.',
    "They met O’Dowda here. Then O'Dowda left.",
    'They met Jan Müller. Then Jan Mu\u0308ller left.',
    'We met the March-Marsh board. Then the March-Mark board left.',
    'We met Harmsen-Harmssen in Oldra.',
  ),
};
