import { type LucideIcon, Minus, Move, Pencil, Plus } from 'lucide-react';
import type { ComponentChange } from '../../../flow/diff.ts';

export type ChangeKind = ComponentChange['kind'];

/** How each kind of change looks; its colour is in `Versions.module.css`. */
export const changeIcons: Record<ChangeKind, LucideIcon> = {
  added: Plus,
  removed: Minus,
  changed: Pencil,
  moved: Move,
};

export const changeKinds = Object.keys(changeIcons) as ChangeKind[];
