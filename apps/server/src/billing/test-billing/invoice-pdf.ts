import { buffer } from 'node:stream/consumers'
import type { TestInvoice } from '@rheos/contract'
import PdfDocument from 'pdfkit'
import { plans } from '../../plans/plans.ts'

export interface InvoicePdf {
  readonly fileName: string
  readonly bytes: Buffer
}

const margin = 56
const grey = '#6b6b6b'
const black = '#111111'

/** One page that can be kept and printed, and that says what it is. */
export async function invoicePdf(invoice: TestInvoice): Promise<InvoicePdf> {
  const document = new PdfDocument({
    size: 'A4',
    margin,
    info: { Title: `Invoice ${invoice.number}`, CreationDate: new Date(invoice.at) },
  })
  write(document, invoice)
  document.end()
  return { fileName: `rheos-invoice-${invoice.number}.pdf`, bytes: await buffer(document) }
}

function write(document: PDFKit.PDFDocument, invoice: TestInvoice): void {
  const { period, total } = invoice
  document.font('Helvetica-Bold').fontSize(22).fillColor(black).text('Rheos')
  document.moveDown(0.3).font('Helvetica').fontSize(10).fillColor(grey)
  document.text('Test billing: no money moves. This is no request for payment.').moveDown(2.5)
  document.font('Helvetica-Bold').fontSize(14).fillColor(black).text(`Invoice ${invoice.number}`)
  document.moveDown(0.8).font('Helvetica')
  row(document, 'Date', day(invoice.at))
  row(document, 'To', invoice.email)
  row(document, 'Status', standing(invoice))
  document.moveDown(1.2)
  rule(document)
  row(document, `Rheos ${plans[invoice.plan].name}, one month`, money(total))
  row(document, `${day(period.start)} to ${day(period.end)}`, '')
  rule(document)
  document.font('Helvetica-Bold')
  row(document, 'Total', money(total))
}

/** What it is at the left, how much at the right. */
function row(document: PDFKit.PDFDocument, left: string, right: string): void {
  const { y, page } = document
  document.fontSize(11).fillColor(black).text(left, margin, y)
  document.text(right, margin, y, { width: page.width - 2 * margin, align: 'right' })
  document.x = margin
  document.moveDown(0.5)
}

function rule(document: PDFKit.PDFDocument): void {
  const { y, page } = document
  document
    .moveTo(margin, y)
    .lineTo(page.width - margin, y)
    .strokeColor('#d8d8d8')
    .stroke()
  document.moveDown(0.8)
}

function standing({ status, paidAt }: TestInvoice): string {
  if (paidAt !== null) return `${status === 'refunded' ? 'Refunded; paid' : 'Paid'} ${day(paidAt)}`
  return status === 'void' ? 'No longer wanted' : 'Not paid'
}

function day(instant: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(instant),
  )
}

function money({ amount, currency }: TestInvoice['total']): string {
  return new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(amount / 100)
}
