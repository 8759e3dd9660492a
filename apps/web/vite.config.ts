import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

/** In development the server runs beside, where `PORT` says. */
const server = {
  target: `http://127.0.0.1:${process.env['PORT'] ?? 3000}`,
  // The server trusts pages of the very host that was asked.
  changeOrigin: false,
}

export default defineConfig({
  plugins: [react(), tailwindcss()],
  // Our packages from their sources: the page is built without a build of theirs.
  resolve: { conditions: ['rheos-source', ...defaultClientConditions] },
  build: {
    outDir: 'dist',
    // The content security policy forbids data: fonts; small files are cheap over HTTP/2 anyway.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 450,
  },
  server: { port: 5173, proxy: { '/api': server, '/healthz': server, '/openapi.json': server } },
})
