import { EditorState, type Extension } from '@codemirror/state';
import { jsonEnglish, jsonText as say } from '../../../text/english/json.ts';

type Phrase = keyof typeof jsonEnglish.editor;

/** What CodeMirror itself says, in the language of the page. */
export function editorPhrases(): Extension {
  const phrases = Object.keys(jsonEnglish.editor) as Phrase[];
  return EditorState.phrases.of(
    Object.fromEntries(phrases.map((phrase) => [phrase, say(`editor.${phrase}`)])),
  );
}
