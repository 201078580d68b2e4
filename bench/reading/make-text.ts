import type { Random } from './random';

/** Common words, so that lines break as they do in an article; drawn with a bias towards the short ones in front. */
const WORDS = (
  'the of and to a in that is was he for it with as his on be at by had not are but from have an they which one you ' +
  'were all her she there would their we him been has when who will no more if out so what up said about other into ' +
  'than its time only could new them man some these then two first may any like now my such make over our even most ' +
  'state after also made many did must before back see through way where get much go well your know should down work ' +
  'year because come people just say each those take day good how long Mister own too little use very great still men ' +
  'here life both between old under last never place same another think house while high right might came off find ' +
  'states since used give against three himself look few general hand school part small American home during number ' +
  'again course fact public government night system better set young council harbour reporter bridge spokesman market'
).split(' ');

const SENTENCE = { shortest: 6, longest: 26 };
const PARAGRAPH = { shortest: 350, longest: 900 };

/** English-looking paragraphs of plain ASCII, joined by line feeds, `size` bytes in all or a sentence more. */
export function makeText(random: Random, size: number): string {
  const paragraphs: string[] = [];
  for (let made = 0; made < size;) {
    const wanted = Math.min(random.between(PARAGRAPH.shortest, PARAGRAPH.longest), size - made);
    let paragraph = makeSentence(random);
    while (paragraph.length < wanted) paragraph += ` ${makeSentence(random)}`;
    paragraphs.push(paragraph);
    made += paragraph.length + 1;
  }
  return paragraphs.join('\n');
}

function makeSentence(random: Random): string {
  const count = random.between(SENTENCE.shortest, SENTENCE.longest);
  const words = Array.from({ length: count }, () => WORDS[Math.floor(random.next() ** 2 * WORDS.length)]!);
  const [first = ''] = words;
  return `${first.charAt(0).toUpperCase()}${first.slice(1)} ${words.slice(1).join(' ')}.`;
}
