import { afterEach, expect, test } from 'vitest';
import { speak, speakAlso, spokenTexts, textsOf } from './language.ts';

afterEach(() => speak('en', []));

test('further texts stay behind those of the language, whichever comes first', () => {
  const further = { test: { back: 'Zurück' }, tests: { name: 'Fläche' } };
  speakAlso(further);
  speak('de', [{ test: { back: 'Heim' } }]);
  expect(textsOf('test')).toEqual([{ back: 'Heim' }, { back: 'Zurück' }]);
  expect(textsOf('tests')).toEqual([undefined, { name: 'Fläche' }]);
  const before = spokenTexts();
  speakAlso(further);
  expect(spokenTexts()).toBe(before);
});
