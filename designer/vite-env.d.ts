/** What Vite adds to imports: style sheets as modules. */
/// <reference types="vite/client" />
