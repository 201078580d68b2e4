'use client';

import { SlidersHorizontal } from 'lucide-react';
import { usePathname, useRouter } from 'next/navigation';
import { useOptimistic, useTransition, type ReactNode } from 'react';
import { Button } from '@/app/_ui/button';
import { Checkbox } from '@/app/_ui/checkbox';
import { Select } from '@/app/_ui/select';
import { Switch } from '@/app/_ui/switch';
import { writeReportQuery, type ReportWish } from '@/lib/contract/plain/report-query';
import type { ReportQuery } from '@/lib/contract/report';
import { DEFAULT_OPTIONS } from '@/lib/report/report-input';
import type { Choice, Choices } from './count-choices';

export interface OptionsFormProps {
  readonly query: ReportQuery;
  readonly choices: Choices;
}

/** What the report takes in and how; each change is in the address at once, so that it can be sent and gone back to. */
export function OptionsForm({ query: stored, choices }: OptionsFormProps) {
  const router = useRouter();
  const pathname = usePathname();
  const [pending, startTransition] = useTransition();
  const [query, setQuery] = useOptimistic(stored);

  function change(to: ReportWish): void {
    const next = { ...query, ...to } as ReportQuery;
    startTransition(() => {
      setQuery(next);
      const address = writeReportQuery({ ...next, format: undefined }).toString();
      router.replace(address === '' ? pathname : `${pathname}?${address}`, { scroll: false });
    });
  }

  const isDefault = writeReportQuery({ ...query, format: undefined }).toString() === '';
  return (
    <details open className="group rounded-lg border border-line bg-sheet">
      <summary className="flex items-center gap-2 px-4 py-3 font-medium">
        <SlidersHorizontal aria-hidden className="size-4 text-muted" />
        What goes in
        <span role="status" className="ml-auto text-xs font-normal text-muted">
          {pending ? 'drafting …' : ''}
        </span>
      </summary>
      <form className="space-y-5 border-t border-line px-4 py-4" onSubmit={(event) => event.preventDefault()}>
        <CheckList
          legend="Marks that are"
          choices={choices.statuses}
          chosen={query.status ?? DEFAULT_OPTIONS.statuses}
          onChange={(status) =>
            change({ status: isSame(status, DEFAULT_OPTIONS.statuses) ? undefined : status })
          }
        />
        <CheckList
          legend="Also list"
          choices={choices.sections}
          chosen={query.sections ?? []}
          mayBeEmpty
          onChange={(sections) => change({ sections: sections.length === 0 ? undefined : sections })}
        />
        <AllOrSome
          legend="Severity"
          choices={choices.severities}
          chosen={query.severity}
          onChange={(severity) => change({ severity })}
        />
        <Folded title="Tags" chosen={query.tags} choices={choices.tags}>
          <AllOrSome
            legend="Tags"
            hideLegend
            choices={choices.tags}
            chosen={query.tags}
            onChange={(tags) => change({ tags })}
          />
        </Folded>
        <Folded title="Reviewers" chosen={query.reviewer} choices={choices.reviewers}>
          <AllOrSome
            legend="Reviewers"
            hideLegend
            choices={choices.reviewers}
            chosen={query.reviewer}
            onChange={(reviewer) => change({ reviewer })}
          />
        </Folded>
        <Select
          label="Order"
          value={query.order}
          options={[
            { value: 'position', label: 'As in the text' },
            { value: 'severity', label: 'Gravest first' },
          ]}
          onChange={(order) => change({ order })}
        />
        <Switch
          label="Hide names"
          hint="Reviewers and editors are numbered."
          checked={query.names === 'hidden'}
          onChange={(hidden) => change({ names: hidden ? 'hidden' : 'shown' })}
        />
        <Switch
          label="Leave errors unsaid"
          hint="Notices say what is right and do not repeat what was wrong."
          checked={query.errors === 'unsaid'}
          onChange={(unsaid) => change({ errors: unsaid ? 'unsaid' : 'repeated' })}
        />
        <Switch
          label="Spreadsheet for Excel"
          hint="Starts with a byte order mark, so that Excel reads accents right."
          checked={query.bom}
          onChange={(bom) => change({ bom })}
        />
        {isDefault ? null : (
          <Button
            look="quiet"
            size="small"
            type="button"
            onClick={() => startTransition(() => router.replace(pathname))}
          >
            Back to the defaults
          </Button>
        )}
      </form>
    </details>
  );
}

interface CheckListProps<Value extends string> {
  readonly legend: string;
  readonly hideLegend?: boolean;
  readonly choices: readonly Choice<Value, number | null>[];
  readonly chosen: readonly Value[];
  readonly mayBeEmpty?: boolean;
  readonly onChange: (chosen: Value[]) => void;
}

/** Some of a few. Where one has to stay, the last one cannot be taken off. */
function CheckList<Value extends string>(props: CheckListProps<Value>) {
  const { legend, hideLegend = false, choices, chosen, mayBeEmpty = false, onChange } = props;
  const inOrder = (values: ReadonlySet<Value>): Value[] =>
    choices.map(({ value }) => value).filter((value) => values.has(value));
  const stays = (value: Value): boolean => !mayBeEmpty && chosen.length === 1 && chosen[0] === value;
  return (
    <fieldset className="min-w-0">
      <legend className={hideLegend ? 'sr-only' : 'mb-2 text-sm font-medium'}>{legend}</legend>
      <div className="space-y-1.5">
        {choices.map(({ value, label, count }) => (
          <div
            key={value}
            title={stays(value) ? 'One has to stay' : undefined}
            // The last one looks chosen, not greyed out: it is.
            className="flex items-start justify-between gap-2 [&_.font-medium]:font-normal [&_label]:opacity-100"
          >
            <Checkbox
              label={label}
              checked={chosen.includes(value)}
              disabled={stays(value)}
              onChange={(on) =>
                onChange(inOrder(new Set(on ? [...chosen, value] : chosen.filter((one) => one !== value))))
              }
            />
            <span className="text-sm text-muted tabular-nums">{count}</span>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

type AllOrSomeProps<Value extends string> = Omit<
  CheckListProps<Value>,
  'chosen' | 'onChange' | 'mayBeEmpty'
> & {
  /** Undefined for all of them. */
  readonly chosen: readonly Value[] | undefined;
  readonly onChange: (chosen: Value[] | undefined) => void;
};

function AllOrSome<Value extends string>({ chosen, choices, onChange, ...rest }: AllOrSomeProps<Value>) {
  const all = choices.map(({ value }) => value);
  return (
    <CheckList
      {...rest}
      choices={choices}
      chosen={chosen ?? all}
      onChange={(next) => onChange(next.length === all.length ? undefined : next)}
    />
  );
}

interface FoldedProps {
  readonly title: string;
  readonly chosen: readonly string[] | undefined;
  readonly choices: readonly unknown[];
  readonly children: ReactNode;
}

/** A long list, folded away until somebody wants to choose from it. */
function Folded({ title, chosen, choices, children }: FoldedProps) {
  if (choices.length === 0) return null;
  return (
    <details>
      <summary className="text-sm font-medium">
        {title}{' '}
        <span className="font-normal text-muted">
          {chosen === undefined ? `all ${choices.length}` : `${chosen.length} of ${choices.length}`}
        </span>
      </summary>
      <div className="pt-2.5">{children}</div>
    </details>
  );
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((value) => b.includes(value));
