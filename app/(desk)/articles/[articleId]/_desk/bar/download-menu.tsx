'use client';

import { Menu, MenuGroup, MenuItem, type MenuOpened } from '@/app/_ui/menu';
import { DownloadButton } from './download-button';

/** What the report offers at once, of the accepted marks. The report's own screen has all the choices. */
const FORMATS = [
  { format: 'docx-tracked', label: 'Word, with tracked changes' },
  { format: 'html', label: 'Report as a web page' },
  { format: 'csv', label: 'Corrections as a spreadsheet' },
  { format: 'txt', label: 'Corrected text' },
] as const;

export interface DownloadMenuProps {
  readonly articleId: string;
  readonly opened: MenuOpened;
}

/** Quick downloads of the article's report. */
export function DownloadMenu({ articleId, opened }: DownloadMenuProps) {
  return (
    <Menu trigger={<DownloadButton />} opened={opened}>
      <MenuGroup label="Accepted corrections">
        {FORMATS.map(({ format, label }) => (
          <MenuItem key={format} onSelect={() => download(articleId, format)}>
            {label}
          </MenuItem>
        ))}
      </MenuGroup>
    </Menu>
  );
}

/** A link of its own, so that the browser names and keeps the file as the server says. */
function download(articleId: string, format: string): void {
  const link = document.createElement('a');
  link.href = `/api/v1/articles/${articleId}/report?format=${format}`;
  link.download = '';
  document.body.append(link);
  link.click();
  link.remove();
}
