import { CSPProvider } from '@base-ui/react/csp-provider'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { makeQueryClient } from './api/query-client.ts'
import { makeRouter } from './router.tsx'
import { ToastSlot } from './ui/toast-slot.tsx'

export function App() {
  const [client] = useState(makeQueryClient)
  const [router] = useState(() => makeRouter(client))
  return (
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
        <ToastSlot />
      </QueryClientProvider>
    </CSPProvider>
  )
}
