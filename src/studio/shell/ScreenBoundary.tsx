import { Button } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { shellText as text } from '../text/english/shell.ts';
import { EmptyState } from '../ui/EmptyState.tsx';

/**
 * Keeps an error of one screen on that screen. Mostly it is a part of the Studio that a newer release has
 * replaced on the server, and loading the page anew gets it.
 */
export class ScreenBoundary extends Component<{ children: ReactNode }, { error?: unknown }> {
  override state: { error?: unknown } = {};

  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? new Error('unknown') };
  }

  override render() {
    if (this.state.error === undefined) return this.props.children;
    return (
      <div role="alert">
        <EmptyState
          icon={TriangleAlert}
          title={text('broken.title')}
          actions={<Button onClick={() => window.location.reload()}>{text('broken.reload')}</Button>}
        >
          {this.state.error instanceof Error ? this.state.error.message : text('broken.text')}
        </EmptyState>
      </div>
    );
  }
}
