// Runs before the first paint of the Studio, so that a remembered dark scheme never flashes white.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem('tributary-color-scheme');
  } catch {
    // Storage may be blocked: then the system's scheme it is.
  }
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  const scheme = chosen === 'light' || chosen === 'dark' ? chosen : system;
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme);
})();
