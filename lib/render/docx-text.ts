import { Tab } from 'docx';
import { replaceUnholdable } from '@/lib/report/unholdable';

/** A line of text as the children of a run: tabs are elements in Word, and what XML cannot hold becomes U+FFFD. */
export const runChildren = (line: string): (string | Tab)[] =>
  replaceUnholdable(line, 'xml')
    .split('\t')
    .flatMap((piece, index) => [...(index > 0 ? [new Tab()] : []), ...(piece === '' ? [] : [piece])]);

/** An attribute's text on one line: authors, titles. */
export const attributeText = (text: string): string =>
  replaceUnholdable(text, 'xml').replace(/[\t\n\r]+/gu, ' ');

const RTL =
  /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Whether a paragraph runs from right to left: its first letter decides. */
export const runsRightToLeft = (line: string): boolean => RTL.test(line);
