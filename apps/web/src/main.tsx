import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { followTheme } from './theme/theme.ts'
import './theme/base.css'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no place for the app.')

followTheme()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
