import { enableCompileCache } from 'node:module';
import path from 'node:path';

// Of a start a third was spent on reading code: who takes the place of one that died is there sooner.
enableCompileCache(path.join(import.meta.dirname, '../../node_modules/.cache/tributary'));
const { serve } = await import('./serve.ts');
await serve();
