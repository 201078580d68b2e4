import { nothing, type Cases } from './rule-case';

export const FACTS: Readonly<Record<string, Cases>> = {
  weekday: {
    'before the date': { text: '😀 On Monday, June 6, 2018, it left.', found: ['Monday → Wednesday (high)'] },
    'behind the date': { text: 'On 6 June 2018 (Monday) it left.', found: ['Monday → Wednesday (high)'] },
    'the year elsewhere': {
      text: 'It left on Monday, 6 June. On 8 June 2018 it arrived.',
      found: ['Monday → Wednesday (medium)'],
    },
    'the same day elsewhere': {
      text: 'It left on Monday 6 June. It was built on 3 May 1932; on 6 June 2018 it left.',
      found: ['Monday → Wednesday (medium)'],
    },
    'near the day of publication': {
      text: 'It left on Friday 1 February. On 30 November 2024 it was built, and on 3 May 2019 planned.',
      published: '2025-01-31',
      found: ['Friday → Saturday (medium)'],
    },
    'before the day of publication': {
      text: 'It left on Monday, December 31.',
      published: '2025-01-04',
      found: ['Monday → Tuesday (medium)'],
    },
    'beside another without a year': {
      text: 'It left on Sunday 18 January and arrived on Tuesday 19 January.',
      found: ['Tuesday (medium)'],
    },
    'beside two others without a year': {
      text: 'It left on Sunday 18 January and arrived on Tuesday 19 January, or on Tuesday 20 January.',
      found: ['Tuesday → Monday (medium)'],
    },
    'of history': {
      text: 'In the winter of 1945 the bridge was closed.\n\nThe old ship was here.\n\nOn Tuesday, 8 May, it left.',
      published: '2025-05-08',
      found: [],
    },
    'in a year told behind it': {
      text: 'It left on Tuesday, 8 May, in the winter of 1945.',
      published: '2025-05-08',
      found: [],
    },
    'of the next year': {
      text: 'It closed on 3 May 2026. It left on Sunday 6 June, and that was the following year.',
      published: '2026-05-08',
      found: [],
    },
    ...nothing(
      'It opens on Saturday 6 June and will be back on Sunday 6 June next year.',
      'In 1944 it left on Tuesday 6 June. In 1945 it was back on Tuesday 8 May.',
      'On Wednesday, June 6, 2018, it left.',
      'On Monday, June 6, it left.',
      'It left on Sunday 18 January, on Monday 19 January and on Tuesday 21 July.',
      'It left on Monday. On June 6, 2018, it arrived.',
    ),
  },
  'impossible-date': {
    'no such day': { text: 'It left on June 31.', found: ['June 31 (high)'] },
    'no leap year': { text: 'It left on 29 February 2023.', found: ['29 February 2023 (high)'] },
    'in figures': { text: 'It left on 2023-04-31.', found: ['2023-04-31 (high)'] },
    'beside what times are': {
      text: 'The work is set to begin at 10:75 p.m. here. It ran until 25:10 p.m., and the best of them is at 9:61.',
      found: ['10:75 (high)', '25:10 (high)', '9:61 (high)'],
    },
    ...nothing(
      'They ran past halfway at 31:12 and won the set to 28:48. They tied it at 28:48 of the period.',
    ),
    ...nothing('Time of possession: 31:12 to 28:48. It ran in a time of 28:48.'),
    'no such time': {
      text: 'It left at 25:10 and arrived at 12:75.',
      found: ['25:10 (high)', '12:75 (high)'],
    },
    ...nothing(
      'On 29 February 2024, on February 29 and May 31, at 23:59.',
      'It scored 25:10; the ratio was 3:99.',
    ),
  },
};

export const FIGURES: Readonly<Record<string, Cases>> = {
  'unit-conversion': {
    bracket: { text: '😀 It is 12 km (9 miles) long.', found: ['9 miles → 7 miles (high)'] },
    decimals: { text: 'It weighs 2 kg (6.5 lb).', found: ['6.5 lb → 4.4 lb (high)'] },
    'in words': { text: 'It is ten metres (43 feet) long.', found: ['43 feet → 33 feet (high)'] },
    'with "or"': {
      text: 'It is 100 miles, or 60 kilometres, away.',
      found: ['60 kilometres → 161 kilometres (high)'],
    },
    'below zero': { text: 'It was –18 °C (-10 °F) there.', found: ['-10 °F (high)'] },
    temperature: { text: 'It was 30°C (96°F) there.', found: ['96°F → 86°F (high)'] },
    ...nothing(
      'It is 12 km (7.5 miles) long, 2 m (7 ft) wide, 100 metres (330 feet) away and 5 km (3 miles) off.',
      'It was -10°C (14°F), after a rise of 5°C (9°F); she is 1.7 m (5 ft 7 in) tall.',
      'It left 12 tons (11 tonnes), ran 5 km or 10 miles, and rose 5 m (3 boats).',
    ),
  },
  'count-list': {
    'the nearer number': {
      text: 'She led a team of 14 from five towns: Oldra, Harmsen, Vale, Sunder, Kolding and Esk.',
      found: ['five (high)'],
    },
    colon: {
      text: 'The board named three members: Ada Lind, Paul Oke, Eva Sun and Anna Berg.',
      found: ['three (high)'],
    },
    things: {
      text: 'It will close four departments: pharmacy, catering, the old station, the school and portering.',
      found: ['four (medium)'],
    },
    comma: { text: 'She leaves two sons, Jan, Piotr and Emil.', found: ['two (high)'] },
    verb: { text: 'The three brothers are Jan and Piotr.', found: ['three (high)'] },
    dash: { text: 'It met in four towns – Oldra, Harmsen and Vale – that year.', found: ['four (high)'] },
    'behind its names': { text: 'Ada Lind and Paul Oke, the three members, left.', found: ['three (high)'] },
    ...nothing(
      'The board named three members: Ada Lind, 45, Paul Oke of Oldra, 33, and Eva Sun.',
      'It has two firms, Marsh and Berg and Lind and Oke.',
      'She has met four members, including Ada Lind and Paul Oke.',
      'In the five years, Ada Lind and Paul Oke met.',
    ),
  },
  'number-source': {
    'the same sentence': {
      text: '😀 The objects on show come from 32 collections in the old harbour.',
      sources: ['The show: objects from 23 collections, in the old harbour.'],
      found: ['32 → 23 (high)'],
    },
    'digits swapped': {
      text: 'The board of the bridge was paid £381,450 for it.',
      sources: ['Total: £318,450.'],
      found: ['£381,450 → £318,450 (medium)'],
    },
    'digits of a name swapped': {
      text: 'The ship from Oldra met signal CX 241 and closed.',
      sources: ['It was at signal CX 214 of the harbour.'],
      found: ['CX 241 → CX 214 (medium)'],
    },
    'as a week of its own': {
      text: 'In the 16-week work on the old harbour the board met ships there.',
      sources: ['At week 16 the work on the old harbour was here; ships met the board there every 4 weeks.'],
      found: [],
    },
    'another unit': {
      text: 'The bridge over the old river was closed at 11 kilometres that day.',
      sources: ['Depth: 11 metres. The water: 3 metres.'],
      found: ['11 kilometres → 11 metres (medium)'],
    },
    'quoted words are the quote check’s': {
      text: 'She said: “The objects on show come from 32 collections.”',
      sources: ['The objects on show come from 23 collections.'],
      found: [],
    },
    rounded: {
      text: 'The objects on show, about 3,000 of them, come from 23 collections.',
      sources: ['The objects on show come from 23 collections, and 2,980 of them are old.'],
      found: [],
    },
    'about something else': {
      text: 'The board closed the bridge after 32 ships had come.',
      sources: ['The crew of the station found 23 ships in the old harbour.'],
      found: [],
    },
  },
  'date-source': {
    day: {
      text: 'The show of old objects in the harbour opens on June 7 at the station.',
      sources: ['The show of old objects in the harbour opens on June 17.'],
      found: ['June 7 → June 17 (high)'],
    },
    time: {
      text: 'The old bridge in the harbour was closed to ships at 7.30pm by the board.',
      sources: ['Harbour board: the bridge was closed to ships at 19:45.'],
      found: ['7.30pm → 19:45 (high)'],
    },
    'when somebody said so': {
      text: 'The old bridge in the harbour was closed to ships, the board said on Wednesday.',
      sources: ['On Thursday the old bridge in the harbour was closed to ships by the board.'],
      found: [],
    },
    ...nothing('The board met on June 7.', 'The old bridge was closed at 7.30pm.'),
    'the same, told otherwise': {
      text: 'The old bridge in the harbour was closed to ships at 7.30pm on 6 June by the board.',
      sources: ['June 6, 2018: the bridge in the harbour was closed to ships at 19:30.'],
      found: [],
    },
  },
  'number-conflict': {
    'of one thing': {
      text: 'The roof of the station is to cost the board £2.6 million. It met here. The cost of the roof was put at £2.9 million.',
      found: ['£2.9 million (medium)'],
    },
    'with scales and units': {
      text: 'The goods of the canal made 46 million tonnes. The board met. A report says that the goods came to 64 million tonnes.',
      found: ['64 million tonnes (medium)'],
    },
    'of a whole': {
      text: 'Two of the four grounds were closed. The board met, and all five grounds were open.',
      found: ['five (medium)'],
    },
    'two digits of a name': {
      text: 'It was Flight 618 to Oldra. It was late. Then Flight 681 left.',
      found: ['Flight 681 (medium)'],
    },
    ...nothing(
      'The ships BA 123 and BA 132 were closed. BA 132 had nine people.',
      'It was Flight 618 to Oldra. Then Flight 681 left. Flight 681 was late.',
      'Of the 12 members of the council nine left. Three of the nine members of the committee were here.',
      'Of the four members of the council one left. All five members were here.',
      'It was Flight 618 to Oldra, and Flight 681 from it. The Games of Oldra 2012 and, later, of Oldra 2021.',
      'Two of the four grounds were closed, and three of the four grounds here. The board has five grounds.',
      'The roof of the station cost £2.6 million. Another roof of the station cost £2.9 million.',
      'The roof of the station cost £2.6 million, the roof of the bridge £2.9 million.',
      'The bridge is 3 km long. The river is 4 km off.',
    ),
  },
  'date-conflict': {
    'of one event': {
      text: 'The bridge of the harbour closed on June 6. The board met. The harbour bridge closed on June 8 for ships.',
      found: ['June 8 (high)'],
    },
    ...nothing('The bridge closed on June 6. The board met on June 8.'),
  },
  'year-span': {
    'to another year': {
      text: '😀 It was built in 1628 for the board; two years later, in 1638, the bridge closed.',
      found: ['two years later, in 1638 (medium)'],
    },
    'until now': {
      text: 'The board paid more for the ship that it got in 2019, four years ago.',
      published: '2025-01-31',
      found: ['four years ago (medium)'],
    },
    'between two of several': {
      text: 'She came in 1968, and from 1974 worked there for thirty-six years until 2001.',
      found: ['1974 worked there for thirty-six years until 2001 (medium)'],
    },
    'not as long': {
      text: 'She was with the board from 1990, and led it for six years, until 1999.',
      found: ['1990, and led it for six years, until 1999 (medium)'],
    },
    ...nothing(
      'She came in 1990 (the hall closed in 1985). Two years later, in 1992, she left.',
      'It was built in 1628; two years later, in 1630, it closed, and in 1700 the board, which met two years ago.',
      'She led the board for nine years, from 1990 until 1999, and for about six years in 1990 and 1999.',
      'The report of 1999 was the first of 1990.',
    ),
  },
  'sum-conflict': {
    'of a whole': {
      text: '😀 It met. Of the 47 members, 26 were for the bridge, 17 against and six left.',
      found: ['47 members, 26 were for the bridge, 17 against and six (medium)'],
    },
    'parts behind a comma': {
      text: 'It will get 12 new bridges, eight in the harbour and six on the river.',
      found: ['12 new bridges, eight in the harbour and six (medium)'],
    },
    'parts of a list': {
      text: 'The haul was put at £900: £300 from one, £400 from the second and £100 from the bridge.',
      found: ['£900: £300 from one, £400 from the second and £100 (medium)'],
    },
    'more than there are': {
      text: 'The report named 19 leaks, of which the board closed 15 and left six.',
      found: ['19 leaks, of which the board closed 15 and left six (medium)'],
    },
    ...nothing(
      'Of the 47 members, 26 were for it and 17 against. It got 12 bridges, eight in the harbour and two on the river.',
      'The haul was put at £900: £300 from one, £400 from the second and £200 from the bridge.',
      'The report named 19 leaks, of which the board closed 5 and left six.',
      'She won seven of her nine matches, drew one and lost one.',
    ),
  },
  'percent-sum': {
    three: {
      text: 'Of the visitors, 62% came by tram, 21% by bus and 27% on foot.',
      found: ['27% (medium)'],
    },
    'the rest': {
      text: 'Of them, 45 per cent were for it. The remaining 45 per cent were against it.',
      found: ['45 per cent (high)'],
    },
    ...nothing(
      'Of the visitors, 62% came by tram, 21% by bus and 17% on foot.',
      'It was 33.3% here, 33.3% there and 33.3 % at home.',
      'It rose 40% here, 30% there and 20% at home.',
      'They had 40% of one, 30% of another and 50% of a third.',
    ),
  },
  'percent-change': {
    'the later figure first': {
      text: '😀 It grew 25 percent, to $600 million from $500 million.',
      found: ['25 percent → 20 percent (high)'],
    },
    'up from': { text: 'It rose 20% there, closing at $46.20, up from $42.', found: ['20% → 10% (high)'] },
    'a share between its figures': {
      text: 'It had 2,304 members, up 30 per cent from 1,920 there.',
      found: ['30 per cent → 20 per cent (high)'],
    },
    'a part of a whole behind it': {
      text: 'It has 21 million litres, or 84 per cent of its 28 million.',
      found: ['84 per cent → 75 per cent (high)'],
    },
    'from and to': {
      text: 'It rose 50 per cent, from 10 to 12.',
      found: ['50 per cent → 20 per cent (high)'],
    },
    against: { text: 'It drew 480 people, against 400 before, a rise of 25%.', found: ['25% → 20% (high)'] },
    'a part': { text: 'Of the 40 boats, 12 stayed, or 40% of them.', found: ['40% → 30% (high)'] },
    'the wrong way': { text: 'The number rose from 12 to 10.', found: ['from 12 to 10 (medium)'] },
    multiple: { text: 'It doubled from 10 to 15.', found: ['from 10 to 15 (medium)'] },
    'a fraction': { text: 'It fell from 400 to 300 tonnes, a cut of a third.', found: ['a third (high)'] },
    ...nothing(
      'It had 2,304 members, up 20 per cent from 1,920, or 75 per cent of its 3,072; it rose 10%, to $46.20 from $42.',
      'It rose 20 per cent, from 10 to 12, and fell from 400 to 300, a cut of a quarter.',
      'It drew 480 people, against 400 before, a rise of 20%; 12 of 40 boats (30%) stayed.',
      'It rose from 2.1 million to 2.4 million, or about 15 per cent.',
      'It ran from 2010 to 2015 and grew 5 per cent; from 6 to 8 June it rose 3%.',
      'It rose from 10% to 12%, a rise of 2 percentage points.',
    ),
  },
};
