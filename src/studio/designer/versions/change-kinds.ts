import { type LucideIcon, Minus, Move, Pencil, Plus } from 'lucide-react';
import type { ComponentChange } from '../../../flow/diff.ts';

export type ChangeKind = ComponentChange['kind'];

/** How each kind of change looks and is called; its colour is in `Versions.module.css`. */
export const changeKinds: Record<ChangeKind, { icon: LucideIcon; word: string; legend: string }> = {
  added: { icon: Plus, word: 'Added', legend: 'Added since' },
  removed: { icon: Minus, word: 'Removed', legend: 'Removed since' },
  changed: { icon: Pencil, word: 'Changed', legend: 'Changed since' },
  moved: { icon: Move, word: 'Moved', legend: 'Only moved' },
};
