import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './global.css';
import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { queryClient } from './api/query-client.ts';
import { App } from './App.tsx';
import { loadDesignerAhead } from './designer/load-designer.ts';
import { startLanguage } from './text/start-language.ts';
import { colorSchemeManager, cssVariables, theme } from './theme.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

const page = createRoot(root);

// Not awaited here: a chunk may import from this one, and would wait for it in turn for ever.
void Promise.all([startLanguage(), loadDesignerAhead(location.pathname)]).then(() =>
  // In slices: what is loaded already comes at once, without a picture of loading before it.
  startTransition(() => page.render(<Studio />)),
);

function Studio() {
  return (
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        colorSchemeManager={colorSchemeManager}
        defaultColorScheme="auto"
      >
        <QueryClientProvider client={queryClient}>
          <ModalsProvider>
            <Router base="/studio">
              <App />
            </Router>
          </ModalsProvider>
          <Notifications position="bottom-right" />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>
  );
}
