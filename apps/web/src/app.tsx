import { CSPProvider } from '@base-ui/react/csp-provider'
import { Tooltip } from '@base-ui/react/tooltip'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { makeQueryClient } from './api/query-client.ts'
import { makeRouter } from './router.tsx'
import { ToastArea } from './ui/toast.tsx'

export function App() {
  const [client] = useState(makeQueryClient)
  const [router] = useState(() => makeRouter(client))
  return (
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={client}>
        <Tooltip.Provider delay={400}>
          <RouterProvider router={router} />
          <ToastArea />
        </Tooltip.Provider>
      </QueryClientProvider>
    </CSPProvider>
  )
}
