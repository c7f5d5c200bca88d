// Sets light or dark before anything is drawn, so that nobody sees the wrong paper flash by.
(() => {
  let chosen = 'auto';
  try {
    chosen = localStorage.getItem('speelruimte.scheme') || 'auto';
  } catch {
    // Without storage the system's own choice counts.
  }
  const dark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
