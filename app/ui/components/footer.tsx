import type { ReactNode } from "react";
import { Anchor } from "./anchor";
import { BrandMark } from "./brand-mark";
import type { Partner } from "./header";

export interface FooterLink {
  to: string;
  label: string;
  reloadDocument?: boolean;
}

export interface FooterProps {
  partners: Partner[];
  purpose: ReactNode;
  links: FooterLink[];
  /** Legal links; « Accessibilité : non auditée » must be among them until an audit is done. */
  legalLinks: FooterLink[];
  credits?: ReactNode;
}

function Links({
  links,
  className,
  item,
}: {
  links: FooterLink[];
  className: string;
  item: string;
}) {
  return (
    <ul className={className}>
      {links.map((link) => (
        <li className={item} key={link.to}>
          <Anchor
            className={`${item.replace("-item", "-link")}`}
            to={link.to}
            reloadDocument={link.reloadDocument}
          >
            {link.label}
          </Anchor>
        </li>
      ))}
    </ul>
  );
}

/** Partners of equal weight, what the platform is for, useful and legal links. */
export function Footer({ partners, purpose, links, legalLinks, credits }: FooterProps) {
  return (
    <footer className="fr-footer" id="pied-de-page">
      <div className="fr-container">
        <div className="fr-footer__body">
          <div className="fr-footer__brand">
            <BrandMark />
            <ul className="jl-footer__partners">
              {partners.map((partner) => (
                <li key={partner.name}>
                  <strong>{partner.name}</strong>
                  {partner.subtitle && <span>{partner.subtitle}</span>}
                </li>
              ))}
            </ul>
          </div>
          <div className="fr-footer__content">
            <p className="fr-footer__content-desc">{purpose}</p>
            <Links
              links={links}
              className="fr-footer__content-list"
              item="fr-footer__content-item"
            />
          </div>
        </div>
        <div className="fr-footer__bottom">
          <Links
            links={legalLinks}
            className="fr-footer__bottom-list"
            item="fr-footer__bottom-item"
          />
          {credits && <p className="fr-footer__bottom-copy">{credits}</p>}
        </div>
      </div>
    </footer>
  );
}
