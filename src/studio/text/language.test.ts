import { expect, test } from 'vitest';
import { speak, speakAlso, spokenTexts, textsOf } from './language.ts';

test('further texts stay behind those of the language, whichever comes first', () => {
  const further = { topbar: { back: 'Zurück' }, canvas: { name: 'Fläche' } };
  speakAlso(further);
  speak('de', [{ topbar: { back: 'Heim' } }]);
  expect(textsOf('topbar')).toEqual([{ back: 'Heim' }, { back: 'Zurück' }]);
  expect(textsOf('canvas')).toEqual([undefined, { name: 'Fläche' }]);
  const before = spokenTexts();
  speakAlso(further);
  expect(spokenTexts()).toBe(before);
});
