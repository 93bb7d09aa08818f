import { Menu } from "lucide-react";
import type { ReactNode } from "react";
import { Anchor } from "./anchor";
import { BrandMark } from "./brand-mark";
import { Notice } from "./notice";

export interface Partner {
  name: string;
  subtitle?: string;
}

export interface NavItem {
  to: string;
  label: string;
  current?: boolean;
  /** Unread or waiting things; shown only above zero. */
  count?: number;
  /** What is counted, for screen readers: « non lus ». */
  countLabel?: string;
}

export interface HeaderAccount {
  initials: string;
  name: string;
  subtitle?: string;
  /** The content of the account menu: links, and the sign-out form. */
  menu?: ReactNode;
}

export interface HeaderProps {
  brandTo: string;
  partners: Partner[];
  nav: NavItem[];
  account: HeaderAccount | null;
  /** Display switch, help, « Se connecter »… at the right of the brand row. */
  tools?: ReactNode;
  /** A strip above all: demonstration, maintenance. */
  notice?: ReactNode;
}

const menuId = "menu-principal";
// React 18 types do not know these attributes; the popover opens without JavaScript.
const opensMenu = { popovertarget: menuId };
const isPopover = { popover: "auto" };

function Account({ account }: { account: HeaderAccount }) {
  const identity = (
    <>
      <span className="jl-avatar" aria-hidden>
        {account.initials}
      </span>
      <span className="jl-account__who">
        <strong>{account.name}</strong>
        {account.subtitle && <span>{account.subtitle}</span>}
      </span>
    </>
  );
  if (!account.menu) return <div className="jl-account">{identity}</div>;
  return (
    <details className="jl-account">
      <summary>{identity}</summary>
      <div className="jl-account__panel">{account.menu}</div>
    </details>
  );
}

/** The co-branded header: notice, brand and partners, tools and account, then the navigation. */
export function Header({ brandTo, partners, nav, account, tools, notice }: HeaderProps) {
  const waiting = nav.reduce((sum, item) => sum + (item.count ?? 0), 0);
  return (
    <header className="fr-header">
      {notice && <Notice>{notice}</Notice>}
      <div className="fr-header__body">
        <div className="fr-container">
          <div className="fr-header__body-row">
            <div className="fr-header__brand fr-enlarge-link">
              <div className="fr-header__brand-top">
                <BrandMark />
              </div>
              <div className="fr-header__service">
                <Anchor to={brandTo} title="Accueil – Jalons">
                  <span className="fr-header__service-title">Jalons</span>
                </Anchor>
              </div>
            </div>
            <ul className="jl-partners">
              {partners.map((partner) => (
                <li key={partner.name}>
                  <strong>{partner.name}</strong>
                  {partner.subtitle && <span>{partner.subtitle}</span>}
                </li>
              ))}
            </ul>
            <div className="fr-header__tools">
              {tools}
              {account && <Account account={account} />}
              {nav.length > 0 && (
                <div className="fr-header__navbar">
                  <button type="button" className="fr-btn fr-btn--menu" {...opensMenu}>
                    <Menu aria-hidden size={20} />
                    <span>Menu</span>
                    {waiting > 0 && <span className="jl-count">{waiting}</span>}
                  </button>
                </div>
              )}
            </div>
          </div>
        </div>
      </div>
      {nav.length > 0 && (
        <div className="fr-header__menu" id={menuId} {...isPopover}>
          <div className="fr-container">
            <nav className="fr-nav" aria-label="Menu principal">
              <ul className="fr-nav__list">
                {nav.map((item) => (
                  <li className="fr-nav__item" key={item.to}>
                    <Anchor
                      className="fr-nav__link"
                      to={item.to}
                      aria-current={item.current ? "page" : undefined}
                    >
                      {item.label}
                      {item.count ? (
                        <span className="jl-count">
                          {item.count}
                          {item.countLabel && (
                            <span className="fr-sr-only">{` ${item.countLabel}`}</span>
                          )}
                        </span>
                      ) : null}
                    </Anchor>
                  </li>
                ))}
              </ul>
            </nav>
          </div>
        </div>
      )}
    </header>
  );
}
