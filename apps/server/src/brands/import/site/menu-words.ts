import type { PageKind } from '../finding.ts'

/**
 * Words of menus and paths by the kind of page they lead to, in the languages people write sites in;
 * separated by commas.
 */
export const menuWords: readonly (readonly [PageKind, string])[] = [
  [
    'about',
    'about, about us, our story, story, who we are, company, mission, team, values, ' +
      'über uns, ueber uns, unternehmen, wir, wer wir sind, philosophie, geschichte, ' +
      'leitbild, à propos, a propos, qui sommes nous, notre histoire, entreprise, ' +
      'la maison, sobre nosotros, nosotros, quiénes somos, quienes somos, acerca, empresa, ' +
      'sobre, sobre nós, quem somos, chi siamo, azienda, storia, over ons, om oss, om os, ' +
      'o nas, o nás, meistä, hakkımızda, hakkimizda, о нас, о компании, про нас, σχετικά, ' +
      'ποιοι είμαστε, 关于, 关于我们, 關於我們, 公司简介, 会社概要, 企業情報, 私たちについて, 회사소개, 소개, من نحن, ' +
      'عن الشركة, אודות, עלינו, מי אנחנו, درباره ما, हमारे बारे में, เกี่ยวกับเรา, ' +
      'giới thiệu, tentang kami',
  ],
  [
    'product',
    'product, products, service, services, solution, solutions, features, shop, store, ' +
      'menu, what we do, work, portfolio, projects, collections, collections all, offer, ' +
      'treatments, courses, platform, catalog, produkt, produkte, leistungen, leistung, ' +
      'angebot, angebote, lösungen, loesungen, sortiment, dienstleistungen, speisekarte, ' +
      'projekte, produits, prestations, nos produits, nos services, boutique, solutions, ' +
      'carte, réalisations, productos, servicios, soluciones, tienda, produtos, serviços, ' +
      'loja, prodotti, servizi, negozio, producten, diensten, aanbod, winkel, produkter, ' +
      'tjänster, tjenester, ydelser, produkty, usługi, oferta, služby, sluzby, nabídka, ' +
      'palvelut, tuotteet, ürünler, hizmetler, продукты, услуги, каталог, продукция, ' +
      'послуги, товари, προϊόντα, υπηρεσίες, 产品, 产品中心, 服务, 服務, 產品, 解决方案, 商店, 製品, 商品, サービス, ' +
      '事業内容, 제품, 서비스, خدماتنا, الخدمات, منتجاتنا, المنتجات, المتجر, מוצרים, שירותים, ' +
      'השירותים שלנו, חנות, محصولات, خدمات, सेवाएं, บริการ, สินค้า, sản phẩm, dịch vụ, ' +
      'produk, layanan',
  ],
  [
    'pricing',
    'pricing, prices, price, plans, rates, price list, preise, preisliste, tarife, ' +
      'tarifs, prix, precios, tarifas, preços, planos, prezzi, tariffe, listino, prijzen, ' +
      'tarieven, priser, cennik, ceny, ceník, hinnasto, hinnat, fiyatlar, цены, тарифы, ' +
      'ціни, τιμές, 价格, 價格, 料金, 가격, 요금, الأسعار, מחירון, מחירים, قیمت, bảng giá, harga',
  ],
  [
    'customers',
    'customers, clients, case studies, case study, testimonials, reviews, ' +
      'success stories, referenzen, kunden, kundenstimmen, références, clientes, casos, ' +
      'casos de éxito, clienti, referenze, klanten, referenties, kunder, klienci, ' +
      'reference, отзывы, клиенты, 客户案例, 案例, 導入事例, 고객사, عملاؤنا, לקוחות, ממליצים',
  ],
  [
    'blog',
    'blog, blogs, blogs news, news, journal, articles, magazine, stories, insights, ' +
      'resources, aktuelles, neuigkeiten, magazin, ratgeber, actualités, actualites, ' +
      'le journal, noticias, artículos, notícias, notizie, novità, nieuws, nyheter, ' +
      'nyheder, aktualności, aktuality, uutiset, haberler, блог, новости, статьи, новини, ' +
      'νέα, 新闻, 新聞, 博客, 资讯, ブログ, ニュース, お知らせ, 블로그, 뉴스, المدونة, مدونة, الأخبار, בלוג, ' +
      'חדשות, مقالات, tin tức, berita',
  ],
  [
    'contact',
    'contact, contact us, get in touch, kontakt, contactez nous, nous contacter, ' +
      'contacto, contactar, contato, contacto nosotros, contatti, contattaci, ' +
      'neem contact op, kontakta oss, yhteystiedot, iletişim, iletisim, контакты, ' +
      'контакти, επικοινωνία, 联系我们, 聯絡我們, 联系, お問い合わせ, 문의, 연락처, اتصل بنا, تواصل معنا, ' +
      'צור קשר, צרו קשר, تماس با ما, संपर्क, ติดต่อเรา, liên hệ, hubungi kami, impressum',
  ],
]

/** What a link home is called. */
export const homeWords =
  'home, homepage, start, startseite, accueil, inicio, início, hem, hjem, strona główna, ' +
  'domů, etusivu, anasayfa, главная, головна, αρχική, 首页, 首頁, 主页, ホーム, トップ, 홈, الرئيسية, ' +
  'דף הבית, בית, خانه, trang chủ, beranda, index'
