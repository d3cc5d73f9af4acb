import { linter } from '@codemirror/lint';
import { checkJsonTemplate } from '../../../../flow/json-template.ts';
import { jsonDiagnostics } from '../../json/json-diagnostics.ts';

/** Underlines the first place where the template would not give JSON. */
export const jsonTemplateLint = linter((view) => {
  const text = view.state.doc.toString();
  return text.trim() === '' ? [] : jsonDiagnostics(checkJsonTemplate(text), text.length);
});
