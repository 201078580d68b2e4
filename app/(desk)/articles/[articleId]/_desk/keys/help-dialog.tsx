'use client';

import { Fragment } from 'react';
import { Kbd } from '@/app/_ui/kbd';
import { DeskDialog } from '../model/desk-dialog';
import { useDesk } from '../model/use-desk';
import { actionsFor, SECTIONS } from './actions';
import { isSingleKey, sayKeys } from './say-keys';
import { useMac } from './use-shortcut';

interface Line {
  readonly title: string;
  readonly keys: readonly string[];
}

/** Keys that belong to a place rather than to a command. */
const PLACES: readonly { readonly title: string; readonly lines: readonly Line[] }[] = [
  {
    title: 'With a passage selected',
    lines: [
      { title: 'Begin the tag line', keys: ['letters'] },
      { title: 'Pick a tag', keys: ['digits'] },
      { title: 'Go into the tag line', keys: ['Enter'] },
      { title: 'Leave nothing behind', keys: ['Escape'] },
    ],
  },
  {
    title: 'Caret in the text',
    lines: [
      { title: 'By character, by line', keys: ['←', '→', '↑', '↓'] },
      { title: 'By word', keys: ['Alt+←', 'Alt+→'] },
      { title: 'By sentence', keys: ['Alt+↑', 'Alt+↓'] },
      { title: 'Ends of the line, of the text', keys: ['Home', 'End', 'Alt+Home', 'Alt+End'] },
      { title: 'Select while moving', keys: ['Shift'] },
      { title: 'Select the word, sentence, paragraph', keys: ['w', 's', 'p'] },
    ],
  },
  {
    title: 'Moving the ends of a mark',
    lines: [
      { title: 'The end, by character or word', keys: ['←', '→', 'Alt+←', 'Alt+→'] },
      { title: 'The start', keys: ['Shift+←', 'Shift+→'] },
      { title: 'Save, cancel', keys: ['Enter', 'Escape'] },
    ],
  },
];

/** Every key of the desk. */
export function HelpDialog() {
  const { singleKeys } = useDesk().data.me;
  return (
    <DeskDialog
      name="help"
      title="Keys"
      description={
        singleKeys
          ? 'Single keys can be switched off in your profile, for people who dictate or use switches.'
          : 'Single keys are switched off in your profile. Those with Ctrl, ⌘ or Alt work, and so does the list of all commands.'
      }
      width="large"
      reading
    >
      <Keys />
    </DeskDialog>
  );
}

function Keys() {
  const desk = useDesk();
  const { singleKeys } = desk.data.me;
  const actions = actionsFor(desk);
  const usable = (key: string): boolean => singleKeys || !isSingleKey(key);
  const sections = SECTIONS.map((section) => ({
    title: section,
    lines: actions
      .filter((action) => action.section === section)
      .map(({ title, keys }) => ({ title, keys: keys.filter(usable) }))
      .filter(({ keys }) => keys.length > 0),
  })).filter(({ lines }) => lines.length > 0);
  return (
    <div className="gap-x-10 sm:columns-2">
      {[...sections, ...PLACES].map(({ title, lines }) => (
        <section key={title} aria-label={title} className="mb-6 break-inside-avoid">
          <h3 className="kicker mb-1.5">{title}</h3>
          <dl>
            {lines.map((line) => (
              <div
                key={line.title}
                className="flex min-h-7.5 items-center justify-between gap-4 border-b border-line/60 py-1 text-sm"
              >
                <dt>{line.title}</dt>
                <dd className="flex shrink-0 flex-wrap items-center justify-end gap-1.5">
                  {line.keys.map((key, index) => (
                    <Fragment key={key}>
                      {index === 0 ? null : <span className="sr-only">or</span>}
                      <Binding binding={key} />
                    </Fragment>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

/** One combination of keys, as they are printed. */
export function Binding({ binding }: { readonly binding: string }) {
  const mac = useMac();
  return (
    <span className="inline-flex gap-0.5">
      {sayKeys(binding, mac).map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
    </span>
  );
}
