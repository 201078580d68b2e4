import type { AnnotationView } from '@/lib/contract/annotation';
import { can } from '@/lib/policy/can';
import { startAdjusting } from '../model/adjusting';
import { leaveCaret, startCaret } from '../model/caret';
import { deleteMarks, mayChange, redo, restoreMarks, undo } from '../model/changing';
import { copyLink } from '../model/copy-link';
import { acceptMark, decideMarks, isUndecided, mayDecide } from '../model/deciding';
import type { DeskModel } from '../model/desk-model';
import { NO_FILTER, type CardForm, type Overlay } from '../model/desk-state';
import { openPane } from '../model/pane';
import { cycleHere, openMark, stepMark } from '../model/opening';
import { switchPainting } from '../model/painting';

export const SECTIONS = ['Move', 'Mark', 'Check', 'Decide', 'Desk'] as const;

/** Something a person can do from the keyboard, from the palette or by a button: one entry for all three. */
export interface Action {
  readonly title: string;
  readonly section: (typeof SECTIONS)[number];
  /** As tinykeys writes them. Those of a single character can be switched off. */
  readonly keys: readonly string[];
  /** Whether it would do anything now. */
  readonly fits: (desk: DeskModel) => boolean;
  readonly run: (desk: DeskModel) => void;
}

const always = (): boolean => true;
const marks = ({ data: { me } }: DeskModel): boolean => can.mark(me);
const anyMarks = (desk: DeskModel): boolean => desk.shownMarks().length > 0;

/** The open mark; null when none is open or it is in the trash. */
const openOne = (desk: DeskModel): AnnotationView | null => desk.mark(desk.state.get().active);

const onOpen =
  (fits: (desk: DeskModel, mark: AnnotationView) => boolean) =>
  (desk: DeskModel): boolean => {
    const mark = openOne(desk);
    return mark !== null && fits(desk, mark);
  };
const withOpen =
  (run: (desk: DeskModel, mark: AnnotationView) => void) =>
  (desk: DeskModel): void => {
    const mark = openOne(desk);
    if (mark) run(desk, mark);
  };
const form = (kind: CardForm['kind']) => withOpen((desk, { id }) => desk.state.set({ form: { id, kind } }));
const overlay = (name: Overlay) => (desk: DeskModel) => desk.state.set({ overlay: name });

/** Into the rail where it stands beside the text, else it opens. */
function showFilters(desk: DeskModel): void {
  const first = document.querySelector<HTMLElement>('.desk-rail .filter-button');
  if (first) first.focus();
  else overlay('rail')(desk);
}

const decidable = onOpen((desk, mark) => mayDecide(desk) && mark.deletedAt === null);
const changeable = onOpen((desk, mark) => mayChange(desk, mark) && mark.deletedAt === null);

const ACTIONS = {
  next: {
    title: 'Next mark',
    section: 'Move',
    keys: ['j', 'Alt+ArrowDown'],
    fits: anyMarks,
    run: (desk) => stepMark(desk, 1),
  },
  previous: {
    title: 'Previous mark',
    section: 'Move',
    keys: ['k', 'Alt+ArrowUp'],
    fits: anyMarks,
    run: (desk) => stepMark(desk, -1),
  },
  'next-undecided': {
    title: 'Next undecided mark',
    section: 'Move',
    keys: ['n'],
    fits: anyMarks,
    run: (desk) => stepMark(desk, 1, isUndecided),
  },
  'previous-undecided': {
    title: 'Previous undecided mark',
    section: 'Move',
    keys: ['Shift+N'],
    fits: anyMarks,
    run: (desk) => stepMark(desk, -1, isUndecided),
  },
  'cycle-here': {
    title: 'Next mark over the same text',
    section: 'Move',
    keys: ['m'],
    fits: anyMarks,
    run: cycleHere,
  },
  marks: {
    title: 'All marks, find',
    section: 'Move',
    keys: ['g', '/'],
    fits: always,
    run: overlay('marks'),
  },
  caret: {
    title: 'Caret in the text, on and off',
    section: 'Mark',
    keys: ['c', 'Alt+KeyC'],
    fits: always,
    run: (desk) => (desk.state.get().caret ? leaveCaret(desk) : startCaret(desk)),
  },
  quote: {
    title: 'Mark by quote',
    section: 'Mark',
    keys: ['q', 'Alt+KeyQ'],
    fits: marks,
    run: overlay('quote'),
  },
  edit: {
    title: 'Edit the mark',
    section: 'Mark',
    keys: ['e'],
    fits: changeable,
    run: withOpen((desk, { id }) => desk.state.set({ composer: { kind: 'edit', id } })),
  },
  adjust: {
    title: 'Move the ends of the mark',
    section: 'Mark',
    keys: ['b'],
    fits: changeable,
    run: withOpen(startAdjusting),
  },
  evidence: {
    title: 'Add evidence',
    section: 'Mark',
    keys: ['v'],
    fits: onOpen(
      ({ data: { me } }, mark) =>
        mark.deletedAt === null && can.addEvidence(me, { authorId: mark.author.id, status: mark.status }),
    ),
    run: form('evidence'),
  },
  relate: {
    title: 'Relate to another mark',
    section: 'Mark',
    keys: ['x'],
    fits: changeable,
    run: form('relate'),
  },
  repeat: {
    title: 'Apply to the same words elsewhere',
    section: 'Mark',
    keys: ['w'],
    fits: onOpen((desk, mark) => marks(desk) && mark.deletedAt === null),
    run: overlay('repeat'),
  },
  story: {
    title: 'Story of the mark',
    section: 'Mark',
    keys: ['h'],
    fits: onOpen(always),
    run: overlay('story'),
  },
  'copy-link': {
    title: 'Copy a link to the mark',
    section: 'Mark',
    keys: ['l'],
    fits: onOpen(always),
    run: withOpen((_, mark) => void copyLink(mark)),
  },
  delete: {
    title: 'Delete the mark',
    section: 'Mark',
    keys: ['Delete', 'Backspace'],
    fits: changeable,
    run: withOpen((desk, mark) => deleteMarks(desk, [mark])),
  },
  restore: {
    title: 'Restore the mark',
    section: 'Mark',
    keys: [],
    fits: onOpen((desk, mark) => mark.deletedAt !== null && mayChange(desk, mark)),
    run: withOpen((desk, mark) => restoreMarks(desk, [mark])),
  },
  undo: { title: 'Undo', section: 'Mark', keys: ['$mod+z'], fits: always, run: undo },
  redo: { title: 'Redo', section: 'Mark', keys: ['$mod+Shift+z', '$mod+y'], fits: always, run: redo },
  accept: {
    title: 'Accept',
    section: 'Decide',
    keys: ['a'],
    fits: decidable,
    run: withOpen((desk, mark) => acceptMark(desk, mark)),
  },
  amend: {
    title: 'Accept with another correction',
    section: 'Decide',
    keys: ['Shift+A'],
    fits: decidable,
    run: form('amend'),
  },
  reject: { title: 'Reject', section: 'Decide', keys: ['r'], fits: decidable, run: form('reject') },
  sic: {
    title: 'Sic: stands as in the source',
    section: 'Decide',
    keys: ['s'],
    fits: decidable,
    run: withOpen((desk, mark) => decideMarks(desk, [mark], { verdict: 'sic' })),
  },
  merge: {
    title: 'Merge into another mark',
    section: 'Decide',
    keys: ['Shift+M'],
    fits: decidable,
    run: form('merge'),
  },
  reopen: {
    title: 'Reopen',
    section: 'Decide',
    keys: ['u'],
    fits: onOpen((desk, mark) => mayDecide(desk) && mark.status !== 'open' && mark.deletedAt === null),
    run: withOpen((desk, mark) => decideMarks(desk, [mark], { verdict: 'reopened' })),
  },
  suggestions: {
    title: 'Suggestions',
    section: 'Check',
    keys: ['p'],
    fits: always,
    run: (desk) => openPane(desk, 'suggestions'),
  },
  quotations: {
    title: 'Quotations against the sources',
    section: 'Check',
    keys: ['t'],
    fits: always,
    run: (desk) => openPane(desk, 'quotes'),
  },
  sources: {
    title: 'Sources',
    section: 'Check',
    keys: ['o'],
    fits: always,
    run: (desk) => openPane(desk, 'sources'),
  },
  coverage: {
    title: 'What has been checked, next unchecked',
    section: 'Check',
    keys: ['y'],
    fits: always,
    run: (desk) => openPane(desk, 'coverage'),
  },
  palette: {
    title: 'All commands',
    section: 'Desk',
    keys: ['$mod+k'],
    fits: always,
    run: overlay('palette'),
  },
  rail: { title: 'Filters', section: 'Desk', keys: ['f'], fits: always, run: showFilters },
  'all-shown': {
    title: 'Take all filters off',
    section: 'Desk',
    keys: [],
    fits: (desk) => desk.state.get().filter !== NO_FILTER,
    run: (desk) => desk.state.set({ filter: NO_FILTER }),
  },
  close: {
    title: 'Close the open mark',
    section: 'Desk',
    keys: [],
    fits: onOpen(always),
    run: (desk) => openMark(desk, null),
  },
  painting: {
    title: 'Marks over the text, or as elements in it',
    section: 'Desk',
    keys: [],
    fits: always,
    run: switchPainting,
  },
  help: { title: 'Keys', section: 'Desk', keys: ['[Shift]+?'], fits: always, run: overlay('help') },
} as const satisfies Record<string, Action>;

export type ActionId = keyof typeof ACTIONS;

export const actionOf = (id: ActionId): Action => ACTIONS[id];

/** Those that a person with these rights ever has, in the order of the help. */
export const actionsFor = (desk: DeskModel): readonly Action[] =>
  Object.values<Action>(ACTIONS).filter(({ section }) => section !== 'Decide' || mayDecide(desk));
