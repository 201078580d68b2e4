import { nothing, type Cases } from './rule-case';

export const TITLES: Readonly<Record<string, Cases>> = {
  'title-conflict': {
    'the rarer': {
      text: '😀 We met Mayor Ada Lind. The bridge closed, said Mayor Lind, and Governor Lind left.',
      found: ['Governor (high)'],
    },
    'by a surname alone': {
      text: 'We met Professor Ada Lind. It was late for Dr Lind.',
      found: ['Dr (medium)'],
    },
    'behind the name': {
      text: 'We met Ada Lind, the chairwoman of the board. The chairman, Ada Lind, left.',
      found: ['chairman (medium)'],
    },
    'a deputy': {
      text: 'We met the deputy mayor, Ada Lind. It was late for Mayor Ada Lind.',
      found: ['Mayor (medium)'],
    },
    'two before one name': {
      text: 'The chairwoman, Dame Ada Lind, left. It was late for Ms Lind, the chief executive, said the board.',
      found: ['chief executive (medium)'],
    },
    'not over the end of a sentence': {
      text: 'We met President Ada Lind, who named a prime minister. Prime Minister Lind left.',
      found: ['Prime Minister (medium)'],
    },
    'of a board': {
      text: 'We met the secretary of the old board, Ada Lind. The treasurer, Ada Lind, left.',
      found: ['treasurer (medium)'],
    },
    'right to left around': { text: 'שלום Mr Lind. שלום Mrs Lind.', found: ['Mrs (medium)'] },
    ...nothing(
      'We met the Rev. Paul Oke. The Reverend Paul Oke left, and Fr Paul Oke and the Revd Paul Oke.',
      'We met Prof. Ada Lind and Sen. Paul Oke. Professor Ada Lind and Senator Paul Oke left.',
      'We met Lt. Col. Ada Lind, Gov. Paul Oke, Rep. Eva Sun and Capt. Jan Berg. Colonel Lind, Governor Oke, Congresswoman Eva Sun and Captain Berg left.',
      'We met Chief Supt. Ada Lind and Chief Justice Paul Oke. Superintendent Lind and Justice Oke left.',
      'We met Cllr Ada Lind, Baroness Eva Sun and Dr. Jan Berg. Mayor Ada Lind, Lady Sun and Doctor Berg left.',
      'Here stood the chairman of the bank, Ada Lind and Paul Oke. We met the treasurer, Ada Lind, of the board.',
      'We met Mayor Ada Lind and Governor Paul Lind. It was late for Mayor Lind.',
      'We met Captain Ada Lind, who was promoted to major. Then Major Lind left.',
      'We met the former president Ada Lind. President Lind left.',
      'We met Dr Ada Lind, the chairwoman of the board. Chair Ada Lind left.',
      'We met Professor Dame Ada Lind. The director, Ada Lind, left.',
    ),
  },
  'title-source': {
    'a source’s': {
      text: 'We met Captain Ada Lind here.',
      sources: ['Here stood Major Ada Lind of the board.'],
      found: ['Captain → Major (high)'],
    },
    'the project’s': {
      text: 'We met Lady Ada Lind here.',
      knownNames: ['Dame Ada Lind'],
      found: ['Lady → Dame (high)'],
    },
    'an officer’s field': {
      text: 'It closed, said chief operating officer Ada Lind.',
      sources: ['Here stood Chief Financial Officer Ada Lind of the board.'],
      found: ['chief operating officer → chief financial officer (high)'],
    },
    'said in a sentence': {
      text: 'We met Ada Lind, the deputy chief inspector, here.',
      sources: ['The Chief Inspector is Ada Lind.'],
      found: ['deputy chief inspector → chief inspector (medium)'],
    },
    shortened: {
      text: 'We met the director, Ada Lind, and chief executive Paul Oke.',
      sources: ['Here stood the artistic director, Ada Lind, and Chief Executive Officer Paul Oke.'],
      found: [],
    },
    'both are given': {
      text: 'We met Captain Ada Lind here.',
      sources: ['Major Ada Lind was once Captain Ada Lind.'],
      found: [],
    },
    'somebody else': { text: 'We met Captain Ada Lind.', sources: ['Major Paul Lind left.'], found: [] },
  },
};
