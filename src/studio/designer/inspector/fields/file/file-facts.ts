import type { StoredFile } from '../../../../../contract/files.ts';
import { currentLanguage } from '../../../../text/language.ts';
import { filesText as text } from '../../../../text/english/files.ts';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** "5 byte", "1.2 kB", "48 MB", in the language of the page; a kilobyte has 1024 bytes, as the limit of files counts. */
export function sizeText(bytes: number): string {
  const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log(bytes) / Math.log(1024)));
  const size = bytes / 1024 ** step;
  return new Intl.NumberFormat(currentLanguage(), {
    style: 'unit',
    unit: units[step],
    maximumFractionDigits: step > 0 && size < 10 ? 1 : 0,
  }).format(size);
}

/** How large a file is and since when it is there, to the minute unless the day will do. */
export function factsOf(file: StoredFile, upTo: 'day' | 'minute' = 'minute'): string {
  const time = new Intl.DateTimeFormat(currentLanguage(), {
    dateStyle: 'medium',
    ...(upTo === 'minute' ? { timeStyle: 'short' } : {}),
  });
  return text('facts', { size: sizeText(file.length), time: time.format(new Date(file.uploadDate)) });
}
