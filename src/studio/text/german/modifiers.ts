import { data } from './modifiers/data.ts';
import { encoding } from './modifiers/encoding.ts';
import { labels } from './modifiers/labels.ts';
import { list } from './modifiers/list.ts';
import { logic } from './modifiers/logic.ts';
import { number } from './modifiers/number.ts';
import { object } from './modifiers/object.ts';
import { text } from './modifiers/text.ts';
import { time } from './modifiers/time.ts';

/** Modifiers by name, what their groups are called, and the labels of their arguments. */
export const modifiers = {
  categories: {
    text: 'Text',
    pattern: 'Muster',
    list: 'Listen',
    object: 'Objekte',
    data: 'Daten',
    time: 'Datum und Uhrzeit',
    number: 'Zahlen',
    logic: 'Logik',
    encoding: 'Kodierung',
    hash: 'Hashwerte',
    flow: 'Flow',
  },
  labels,
  ...text,
  ...list,
  ...object,
  ...data,
  ...time,
  ...number,
  ...logic,
  ...encoding,
} as const;
