import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { followNewVersion } from './follow-new-version.ts'
import { followTheme } from './theme/theme.ts'
import './theme/base.css'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no place for the app.')

followTheme()
followNewVersion()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
