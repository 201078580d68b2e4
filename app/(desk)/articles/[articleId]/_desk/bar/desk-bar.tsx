'use client';

import { Command, FileText } from 'lucide-react';
import { ButtonLink, IconButton } from '@/app/_ui/button';
import { late } from '@/app/_ui/late';
import { LateMenu } from '@/app/_ui/late-menu';
import { TopBar } from '@/app/_ui/top-bar';
import { UserMenuButton } from '@/app/_ui/user-menu-button';
import { useDeferredValue, useMemo } from 'react';
import { useShortcut } from '../keys/use-shortcut';
import { useAllMarks, useDesk } from '../model/use-desk';
import { countMarks } from '../rail/count-marks';
import { DownloadButton } from './download-button';
import { PeopleHere } from './people-here';
import { SavingState } from './saving-state';
import { UndoButtons } from './undo-buttons';

const loadDownloads = async () => (await import('./download-menu')).DownloadMenu;
const DownloadMenu = late(loadDownloads);
const loadUserMenu = async () => (await import('@/app/_ui/user-menu')).UserMenu;
const UserMenu = late(loadUserMenu);

/** Where one is, how far the article has come, whether everything is saved. */
export function DeskBar() {
  const desk = useDesk();
  const { project, article, me } = desk.data;
  const shortcut = useShortcut('palette');
  return (
    <TopBar
      sticky
      crumbs={[
        { label: project.name, href: `/projects/${project.id}` },
        {
          label: (
            <>
              {article.title}
              <span className="ml-2 text-xs font-normal text-faint tabular-nums">
                v{article.currentVersion.number}
              </span>
            </>
          ),
        },
      ]}
      end={
        <LateMenu trigger={<UserMenuButton name={me.name} />} load={loadUserMenu}>
          {(opened) => <UserMenu name={me.name} email={me.email} admin={me.admin} opened={opened} />}
        </LateMenu>
      }
    >
      <div className="flex shrink-0 items-center gap-2 lg:gap-3">
        <Counts />
        <span className="hidden lg:contents">
          <UndoButtons />
        </span>
        <SavingState />
        <PeopleHere />
        <span className="hidden sm:contents">
          <IconButton
            label="All commands"
            shortcut={shortcut}
            onClick={() => desk.state.set({ overlay: 'palette' })}
          >
            <Command aria-hidden className="size-4" />
          </IconButton>
          <LateMenu trigger={<DownloadButton />} load={loadDownloads}>
            {(opened) => <DownloadMenu articleId={article.id} opened={opened} />}
          </LateMenu>
        </span>
        <ButtonLink
          href={`/articles/${article.id}/report`}
          size="small"
          prefetch={false}
          icon={<FileText aria-hidden className="size-3.5" />}
        >
          <span className="max-sm:sr-only">Report</span>
        </ButtonLink>
      </div>
    </TopBar>
  );
}

function Counts() {
  const marks = useDeferredValue(useAllMarks());
  const [open, accepted] = useMemo(() => {
    const { statuses } = countMarks(marks);
    return [statuses.get('open') ?? 0, statuses.get('accepted') ?? 0];
  }, [marks]);
  return (
    <p className="hidden items-baseline gap-3 text-[0.8125rem] whitespace-nowrap text-muted md:flex">
      <span>
        open <b className="font-semibold text-ink tabular-nums">{open}</b>
      </span>
      <span>
        accepted <b className="font-semibold text-ink tabular-nums">{accepted}</b>
      </span>
    </p>
  );
}
