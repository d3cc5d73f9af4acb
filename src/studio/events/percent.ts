import { currentLanguage } from '../text/language.ts';

/** A share between 0 and 1 in words: 0.125 is "12.5%". */
export function percent(share: number): string {
  return share.toLocaleString(currentLanguage(), { style: 'percent', maximumFractionDigits: 1 });
}
