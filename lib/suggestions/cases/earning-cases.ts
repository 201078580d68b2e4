import { nothing, type Cases } from './rule-case';

/** Of rules that are off until they earn their place. */
export const EARNING: Readonly<Record<string, Cases>> = {
  fragment: {
    because: {
      text: '😀 The bridge was closed. Because it was late.',
      found: ['Because it was late. (medium)'],
    },
    which: {
      text: 'It closed the bridge. Which nobody had told the board.',
      found: ['Which nobody had told the board. (medium)'],
    },
    ...nothing(
      'Because it was late, the bridge was closed. Which of them was it?',
      'The board was told. “Because it was late.” It left.',
      'Although it was late in the winter and nobody had told the board of the bridge it met there again that day.',
    ),
  },
  initialism: {
    'never spelled out': { text: 'The HRB met. Then the HRB left.', found: ['HRB (medium)'] },
    ...nothing(
      'The Harbour River Board (HRB) met. Then the HRB left.',
      'The HRB (the board of the harbour) met the BBC in the UK.',
      'The School of Old Ships met. The SOS and the SOOS left. A KX-71 and the MS 09 came.',
    ),
  },
  'quote-speaker': {
    behind: { text: '“We stay,” said Ada Lind.', found: ['“We stay,” (high)'] },
    'behind, the name first': { text: '“We stay,” Ada Lind, the mayor, said.', found: ['“We stay,” (high)'] },
    ahead: { text: 'Ada Lind said: “We stay.”', found: ['“We stay.” (medium)'] },
    ...nothing('“We stay,” she said. She added: “Here.”', 'The “old bridge” of Ada Lind met.'),
  },
};
